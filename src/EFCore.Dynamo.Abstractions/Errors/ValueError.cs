using System.Diagnostics;

namespace EFCore.Dynamo.Errors;

/// <summary>
///     Why something that a request has as an attribute value is none. It is data until it is known which operation reports it: the service has more than one
///     wording.
/// </summary>
internal abstract record ValueError
{
    private ValueError()
    {
    }

    /// <summary>The service's text.</summary>
    public string ToMessage(ValueWording wording) => this switch
    {
        SameText error => error.Message,
        BadNumber error => wording == ValueWording.Current ? NumberTexts.Of(error.Kind, error.Text) : NumberTexts.OlderOf(error.OlderKind, error.Text),
        DuplicateElements error
            => wording == ValueWording.Current ? DuplicateTexts.Of(error.SetType, error.Elements) : DuplicateTexts.OlderOf(error.SetType, error.Elements),
        NestedTooDeep => wording == ValueWording.Statement ? DepthTexts.OfAttributes : DepthTexts.OfRequests,
        _ => throw new UnreachableException("The union is closed."),
    };

    /// <summary>What all wordings say alike: no type, two types, an empty set, …</summary>
    public sealed record SameText(string Message) : ValueError;

    /// <summary>A number that is none, or that no attribute can hold.</summary>
    /// <param name="Text">As the request has it.</param>
    /// <param name="Kind">What is wrong with it.</param>
    /// <param name="OlderKind">What is wrong with it to the older readers, which keep exponents in 32 bits: <c>1e2147483647</c> is too small to them.</param>
    public sealed record BadNumber(string Text, NumberErrorKind Kind, NumberErrorKind OlderKind) : ValueError;

    /// <summary>A set that has an element twice.</summary>
    /// <param name="SetType">SS, NS or BS.</param>
    /// <param name="Elements">As the request has them, binary ones in Base64; none of a number set, whose texts name none.</param>
    public sealed record DuplicateElements(string SetType, IReadOnlyList<string> Elements) : ValueError;

    /// <summary>
    ///     More lists and maps in each other than the readers go into: <see cref="DepthTexts.MaxReadDepth" />. What nests less, but more than an item may, the
    ///     validators refuse.
    /// </summary>
    public sealed record NestedTooDeep : ValueError;
}

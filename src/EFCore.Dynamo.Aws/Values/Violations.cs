using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>
///     What an SDK request can say, the types of Abstractions cannot, and the service refuses: values that no enumeration has, absent members that are
///     required, attribute values that are none.
/// </summary>
/// <remarks>
///     They are collected while a request is converted, and reported together with those that the validators find:
///     <c>eng/adr/0012-one-text-for-all-violations.md</c>.
/// </remarks>
internal static class Violations
{
    // A conversion runs on one thread from its beginning to its end.
    [ThreadStatic]
    private static RequestFindings? _findings;

    /// <summary>Converts a request and hands over what was found on the way.</summary>
    /// <param name="request">The SDK's request.</param>
    /// <param name="convert">The codec.</param>
    /// <param name="client">Who will get it: a client that reports findings gets them with the request.</param>
    /// <exception cref="DynamoValidationException">Something was found, and the client would not report it.</exception>
    public static TRequest Read<TSdkRequest, TRequest>(TSdkRequest request, Func<TSdkRequest, TRequest> convert, IDynamoClient client)
        where TRequest : class
    {
        _findings = null;
        var converted = convert(request);
        if (_findings is not { } findings)
        {
            return converted;
        }

        _findings = null;
        return converted is DynamoRequest carrier && client is IFindingsReporter
            ? (TRequest)(object)(carrier with { Findings = findings })
            : throw findings.ToException(OperationDialects.Current.Of(converted));
    }

    /// <summary>The member, which must be there; if it is not, that is noted, and the request will never be carried out.</summary>
    public static T Required<T>(T? value, MemberPath path)
        where T : class
    {
        if (value is null)
        {
            Add("null", path, "Member must not be null");
        }

        return value!; // null is noted
    }

    /// <inheritdoc cref="Required{T}(T, MemberPath)" />
    public static T Required<T>(T? value, MemberPath path)
        where T : struct
    {
        if (value is null)
        {
            Add("null", path, "Member must not be null");
        }

        return value.GetValueOrDefault();
    }

    /// <summary>Notes a violated constraint.</summary>
    /// <param name="value">The value as the text has it: quoted, or <c>null</c>.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="constraint">What it violates.</param>
    public static void Add(string value, MemberPath path, string constraint)
        => (_findings ??= new RequestFindings()).AddViolation(value, path.ToString(), constraint);

    /// <summary>Notes that a value is none; the validators report it where they look at that value.</summary>
    /// <param name="path">The item, key, map or list it stands in, as constraints name it.</param>
    /// <param name="exception">Why no item can hold it.</param>
    /// <param name="placeholder">The placeholder of an expression whose value it is.</param>
    public static void AddValueError(MemberPath path, DynamoValidationException exception, string? placeholder = null)
        => (_findings ??= new RequestFindings()).AddValueError(new ValueFinding(path.ToString(), exception.ToValueError(), placeholder));
}

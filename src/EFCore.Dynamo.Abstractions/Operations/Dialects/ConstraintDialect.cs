namespace EFCore.Dynamo.Operations;

/// <summary>How an operation words the violated constraints of its model, and in which order it joins them.</summary>
/// <remarks>
///     Where nothing is said here, a violation is <c>Value '…' at 'member' failed to satisfy constraint: …</c>, and stands where <see cref="MemberOrder" />
///     has its member.
/// </remarks>
internal sealed record ConstraintDialect
{
    /// <summary>Nothing but the usual.</summary>
    public static ConstraintDialect Usual { get; } = new();

    /// <summary>Members that come before all others, in this order.</summary>
    public IReadOnlyList<string> FirstMembers { get; init; } = [];

    /// <summary>Violations with a text of their own. The first that is alone and was violated is the whole answer.</summary>
    public IReadOnlyList<ConstraintForm> Forms { get; init; } = [];

    /// <summary>What holds instead where the member <c>key</c> is missing; null where that makes no difference.</summary>
    public ConstraintDialect? WithoutKey { get; init; }

    /// <summary>This, or what holds instead for these violations.</summary>
    public ConstraintDialect For(List<ConstraintViolation> violations)
        => WithoutKey is not null && violations.Exists(static violation => violation is { Path: "key", Value: "null" }) ? WithoutKey : this;

    /// <summary>The whole answer, where a violation is reported beside which no other is; or null.</summary>
    public string? FindSole(List<ConstraintViolation> violations)
    {
        foreach (var form in Forms)
        {
            if (form.IsAlone && violations.FindIndex(form.IsOf) is >= 0 and var at)
            {
                return (form.IsBare ? string.Empty : OperationDialect.Envelope) + form.Word(violations[at]);
            }
        }

        return null;
    }

    /// <summary>Whether the violation comes before those that the order of members puts there.</summary>
    public bool IsFirst(ConstraintViolation violation) => Forms.Any(form => form.IsFirst && form.IsOf(violation));

    /// <param name="violation">The violation.</param>
    /// <param name="isSingle">Whether there is no other.</param>
    public string Word(ConstraintViolation violation, bool isSingle)
        => Forms.FirstOrDefault(form => form.IsOf(violation) && (isSingle || !form.IsOfSingle))?.Word(violation) ?? violation.ToString();
}

namespace EFCore.Dynamo.Operations;

/// <summary>Violated constraints of the API model, which the service reports all in one text: at most ten, in the order of its members.</summary>
internal sealed class ConstraintViolations
{
    private const int MaxReported = 10;

    private readonly List<ConstraintViolation> _violations = [];

    public void Add(ConstraintViolation violation)
    {
        if (_violations.Count < MaxReported)
        {
            _violations.Add(violation);
        }
    }

    /// <param name="dialect">How the operation words and orders them.</param>
    /// <param name="found">What was found while the request was read. The request holds stand-ins in those places, of which nothing else is to be said.</param>
    public string ToMessage(ConstraintDialect dialect, ConstraintViolations? found = null)
    {
        var all = found is null ? _violations : [.. _violations.Where(violation => !found.Contains(violation.Path)), .. found._violations];
        dialect = dialect.For(all);
        if (dialect.FindSole(all) is { } sole)
        {
            return sole;
        }

        var order = new MemberOrder(dialect.FirstMembers, _violations.Concat(found?._violations ?? []).Select(static violation => violation.Path));
        var reported = all.OrderByDescending(dialect.IsFirst).ThenBy(static violation => violation.Path, order).Take(MaxReported)
            .Select(violation => dialect.Word(violation, all.Count == 1)).ToList();
        var plural = reported.Count == 1 ? "error" : "errors";
        return $"{reported.Count} validation {plural} detected: {string.Join("; ", reported)}";
    }

    private bool Contains(string path) => _violations.Exists(violation => string.Equals(violation.Path, path, StringComparison.Ordinal));
}

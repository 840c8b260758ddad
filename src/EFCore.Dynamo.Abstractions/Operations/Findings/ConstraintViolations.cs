namespace EFCore.Dynamo.Operations;

/// <summary>Violated constraints of the API model, which the service reports all in one text: at most ten, in the order of its members.</summary>
internal sealed class ConstraintViolations
{
    private const int MaxReported = 10;

    private readonly List<ConstraintViolation> _violations = [];

    public void Add(ConstraintViolation violation)
    {
        if (_violations.Count < MaxReported)
            _violations.Add(violation);
    }

    /// <param name="others">What someone else found in the same request.</param>
    public string ToMessage(ConstraintViolations? others = null)
    {
        List<ConstraintViolation> all = [.. _violations, .. others?._violations ?? []];
        var reported = all.OrderBy(static violation => violation.Path, new MemberOrder(all.ConvertAll(static violation => violation.Path))).Take(MaxReported).ToList();
        var plural = reported.Count == 1 ? "error" : "errors";
        return $"{reported.Count} validation {plural} detected: {string.Join("; ", reported)}";
    }
}

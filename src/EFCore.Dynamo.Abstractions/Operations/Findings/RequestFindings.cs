using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Operations;

/// <summary>
///     What reading a request found that the request types cannot hold: names that no enumeration has, required parts that are missing, attribute values that
///     are none.
/// </summary>
/// <remarks>
///     To the service these are violations like those that its validation finds, so they wait here until the validators run, which put them in their places:
///     constraints among the constraints, a value's error where that value is looked at. They are data: an <see cref="OperationDialect" /> words them.
///     Exists only for a request that will fail.
/// </remarks>
internal sealed class RequestFindings
{
    // An item each; a request with more of them has failed long before.
    private const int MaxValueErrors = 200;

    private readonly List<ValueFinding> _values = [];

    // The paths whose error the part of the request that they belong to has answered.
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    /// <summary>Violated constraints, or null.</summary>
    public ConstraintViolations? Violations { get; private set; }

    /// <summary>Whether a value nests deeper than readers go, even where it is not the first error of its item.</summary>
    public bool HasDeepValue { get; set; }

    /// <summary>Whether nothing is left that the request as a whole must fail for: each value's error was answered where it stood.</summary>
    public bool AreAnswered => Violations is null && _answered.Count == _values.Count;

    public void AddViolation(string value, string path, string constraint) => (Violations ??= new()).Add(new(value, path, constraint));

    /// <summary>Keeps the first error of each path: that is the one which the service reports.</summary>
    public void AddValueError(ValueFinding finding)
    {
        HasDeepValue |= finding.Error is ValueError.NestedTooDeep;
        if (_values.Count < MaxValueErrors && FindValueError(finding.Path) is null)
        {
            _values.Add(finding);
        }
    }

    /// <summary>The value that is none in that item, or null.</summary>
    public ValueFinding? FindValueError(string path)
    {
        foreach (var finding in _values)
        {
            if (string.Equals(finding.Path, path, StringComparison.Ordinal))
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>Notes that the part of the request that the path belongs to fails by itself, as a statement of a batch does.</summary>
    public void AnswerValueError(string path)
    {
        if (FindValueError(path) is not null)
        {
            _ = _answered.Add(path);
        }
    }

    /// <summary>The error, as far as it can be said without the validators.</summary>
    public DynamoValidationException ToException(OperationDialect dialect) => new(Violations?.ToMessage(dialect.Constraints) ?? dialect.Word(_values[0]));
}

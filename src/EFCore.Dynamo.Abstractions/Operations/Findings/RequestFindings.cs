using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Operations;

/// <summary>What reading a request found that the request types cannot hold: names that no enumeration has, required parts that are missing, attribute values that are none.</summary>
/// <remarks>
///     To the service these are violations like those that its validation finds, so they wait here until the validators run, which put them in their places:
///     constraints among the constraints, a value's error where that value is looked at. Exists only for a request that will fail.
/// </remarks>
internal sealed class RequestFindings
{
    // An item each; a request with more of them has failed long before.
    private const int MaxValueErrors = 200;

    private readonly List<(string Path, string Message)> _valueErrors = [];

    // The paths whose error the part of the request that they belong to has answered.
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    /// <summary>Violated constraints, or null.</summary>
    public ConstraintViolations? Violations { get; private set; }

    /// <summary>Whether nothing is left that the request as a whole must fail for: each value's error was answered where it stood.</summary>
    public bool AreAnswered => Violations is null && _answered.Count == _valueErrors.Count;

    public void AddViolation(string value, string path, string constraint) => (Violations ??= new()).Add(new(value, path, constraint));

    /// <summary>Keeps the first error of each path: that is the one which the service reports.</summary>
    /// <param name="path">The item, key or map of values, as constraints name it; in the request it is the empty item.</param>
    /// <param name="message">The service's text.</param>
    public void AddValueError(string path, string message)
    {
        if (_valueErrors.Count < MaxValueErrors && FindValueError(path) is null)
            _valueErrors.Add((path, message));
    }

    /// <summary>The error of the value that stands there, or null.</summary>
    public string? FindValueError(string path)
    {
        foreach (var error in _valueErrors)
        {
            if (string.Equals(error.Path, path, StringComparison.Ordinal))
                return error.Message;
        }

        return null;
    }

    /// <summary>The same for a part of a request that fails by itself, as a statement of a batch does.</summary>
    public string? AnswerValueError(string path)
    {
        var message = FindValueError(path);
        if (message is not null)
            _ = _answered.Add(path);
        return message;
    }

    /// <summary>The error, as far as it can be said without the validators.</summary>
    public DynamoValidationException ToException() => new(Violations?.ToMessage() ?? _valueErrors[0].Message);
}

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

    /// <summary>Violated constraints, or null.</summary>
    public ConstraintViolations? Violations { get; private set; }

    public void AddViolation(string value, string path, string constraint) => (Violations ??= new()).Add(new(value, path, constraint));

    /// <param name="path">The item, key or map of values, as constraints name it; in the request it is the empty item.</param>
    /// <param name="message">The service's text.</param>
    public void AddValueError(string path, string message)
    {
        if (_valueErrors.Count < MaxValueErrors)
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

    /// <summary>The error, as far as it can be said without the validators.</summary>
    public DynamoValidationException ToException() => new(Violations?.ToMessage() ?? _valueErrors[0].Message);
}

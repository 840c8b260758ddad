using System.Globalization;
using EFCore.Dynamo.Engine.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>Collects the violations of the API model's constraints (required, length, range, pattern), which the service reports all at once.</summary>
/// <remarks>The service lists at most ten, in the order of the model's members. Costs nothing while there is none.</remarks>
internal struct ConstraintErrors
{
    private const int MaxReported = 10;

    private List<string>? _violations;

    public readonly bool IsEmpty => _violations is null;

    /// <summary>The service's error, or null where nothing was violated.</summary>
    public readonly ServiceError? ToError()
    {
        if (_violations is null)
            return null;

        var plural = _violations.Count == 1 ? "error" : "errors";
        return ServiceError.Validation($"{_violations.Count} validation {plural} detected: {string.Join("; ", _violations)}");
    }

    public void RequireNotNull(bool isPresent, string path)
    {
        if (!isPresent)
            Add("null", path, "Member must not be null");
    }

    /// <summary>The same for a part of a request, whose path is put together only when it is reported.</summary>
    public void RequireNotNull(bool isPresent, string parent, string member)
    {
        if (!isPresent)
            RequireNotNull(isPresent, parent + member);
    }

    public void RequireMinLength(string? value, int minLength, string path)
    {
        if (value is not null && value.Length < minLength)
            Add(Quote(value), path, $"Member must have length greater than or equal to {Format(minLength)}");
    }

    public void RequireMaxLength(string? value, int maxLength, string path)
    {
        if (value is not null && value.Length > maxLength)
            Add(Quote(value), path, $"Member must have length less than or equal to {Format(maxLength)}");
    }

    public void RequireCount(int count, int minCount, int maxCount, string path, Func<string> describe)
    {
        if (count < minCount)
            Add(Quote(describe()), path, $"Member must have length greater than or equal to {Format(minCount)}");
        else if (count > maxCount)
            Add(Quote(describe()), path, $"Member must have length less than or equal to {Format(maxCount)}");
    }

    public void RequireRange(long? value, long minimum, long maximum, string path)
    {
        if (value < minimum)
            Add(Quote(Format(value.Value)), path, $"Member must have value greater than or equal to {Format(minimum)}");
        else if (value > maximum)
            Add(Quote(Format(value.Value)), path, $"Member must have value less than or equal to {Format(maximum)}");
    }

    /// <summary>The pattern of table and index names, <c>[a-zA-Z0-9_.-]+</c>.</summary>
    public void RequireNamePattern(string? value, string path)
    {
        if (!string.IsNullOrEmpty(value) && !ResourceName.HasValidCharacters(value))
            Add(Quote(value), path, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
    }

    public void Add(string value, string path, string constraint)
    {
        _violations ??= [];
        if (_violations.Count < MaxReported)
            _violations.Add($"Value {value} at '{path}' failed to satisfy constraint: {constraint}");
    }

    /// <summary>Stands for a list of requests in an error: the service prints them whole, which may be megabytes and helps nobody.</summary>
    public static string DescribeList(int count) => count == 0 ? "[]" : $"[{count} elements]";

    private static string Quote(string value) => $"'{value}'";

    private static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>Collects the violations of the API model's constraints (required, length, range, pattern), which the service reports all at once.</summary>
/// <remarks>Those that were found while the request was read are among them. Costs nothing while there is none.</remarks>
/// <param name="findings">The request's.</param>
internal struct ConstraintErrors(RequestFindings? findings)
{
    private readonly ConstraintViolations? _found = findings?.Violations;

    private ConstraintViolations? _violations;

    public readonly bool IsEmpty => _violations is null && _found is null;

    /// <summary>The service's error, or null where nothing was violated; of an operation that both dialects word alike.</summary>
    public readonly ServiceError? ToError() => ToError(ConstraintDialect.Usual);

    /// <summary>The service's error as the operation words it, or null where nothing was violated.</summary>
    public readonly ServiceError? ToError(OperationDialect dialect) => ToError(dialect.Constraints);

    private readonly ServiceError? ToError(ConstraintDialect dialect)
        => IsEmpty
            ? null
            : ServiceError.Validation(_violations is null ? _found!.ToMessage(dialect) : _violations.ToMessage(dialect, _found)); // one of the two is there

    public void RequireNotNull(bool isPresent, string path)
    {
        if (!isPresent)
        {
            Add("null", path, "Member must not be null");
        }
    }

    /// <summary>The same for a part of a request, whose path is put together only when it is reported.</summary>
    public void RequireNotNull(bool isPresent, string parent, string member)
    {
        if (!isPresent)
        {
            RequireNotNull(isPresent, parent + member);
        }
    }

    public void RequireMinLength(string? value, int minLength, string path)
    {
        if (value is not null && value.Length < minLength)
        {
            Add(Quote(value), path, $"Member must have length greater than or equal to {Format(minLength)}");
        }
    }

    public void RequireMaxLength(string? value, int maxLength, string path)
    {
        if (value is not null && value.Length > maxLength)
        {
            Add(Quote(value), path, $"Member must have length less than or equal to {Format(maxLength)}");
        }
    }

    public void RequireCount(int count, int minCount, int maxCount, string path, Func<string> describe)
    {
        if (count < minCount)
        {
            Add(Quote(describe()), path, $"Member must have length greater than or equal to {Format(minCount)}");
        }
        else if (count > maxCount)
        {
            Add(Quote(describe()), path, $"Member must have length less than or equal to {Format(maxCount)}");
        }
    }

    /// <summary>The same for hot paths, where the delegate captures nothing.</summary>
    public void RequireCount<T>(int count, int minCount, int maxCount, string path, T value, Func<T, string> describe)
    {
        if (count < minCount || count > maxCount)
        {
            RequireCount(count, minCount, maxCount, path, () => describe(value));
        }
    }

    public void RequireRange(long? value, long minimum, long maximum, string path)
    {
        if (value < minimum)
        {
            Add(Quote(Format(value.Value)), path, $"Member must have value greater than or equal to {Format(minimum)}");
        }
        else if (value > maximum)
        {
            Add(Quote(Format(value.Value)), path, $"Member must have value less than or equal to {Format(maximum)}");
        }
    }

    /// <summary>The pattern of table and index names, <c>[a-zA-Z0-9_.-]+</c>.</summary>
    public void RequireNamePattern(string? value, string path)
    {
        if (!string.IsNullOrEmpty(value) && !ResourceName.HasValidCharacters(value))
        {
            Add(Quote(value), path, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }
    }

    /// <summary>The table names that are a batch's keys: once, however many violate it.</summary>
    public void RequireTableNames<T>(IReadOnlyDictionary<string, T> tables, OperationDialect dialect, Func<IReadOnlyDictionary<string, T>, string> describe)
    {
        foreach (var name in tables.Keys)
        {
            if ((name.Length >= dialect.MinBatchTableNameLength && name.Length <= ResourceName.MaxLength && ResourceName.HasValidCharacters(name))
                || TableArn.TryParse(name, out _))
            {
                continue;
            }

            Add(Quote(describe(tables)), "requestItems", ResourceName.MapKeys(dialect.MinBatchTableNameLength));
            return;
        }
    }

    /// <param name="value">As the text shows it: <c>null</c>, or in apostrophes.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="constraint">What it violates.</param>
    public void Add(string value, string path, string constraint)
        => (_violations ??= new ConstraintViolations()).Add(new ConstraintViolation(value, path, constraint));

    private static string Quote(string value) => $"'{value}'";

    private static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);
}

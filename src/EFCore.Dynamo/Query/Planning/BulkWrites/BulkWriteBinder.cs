using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>
///     Turns a plan, the values of an execution, and where the client computes something the item that was read, into the expressions of a write.
/// </summary>
internal sealed class BulkWriteBinder
{
    // What the text of a setter depends on: whether it has a value, and the form of its bound.
    private const int FormBits = 4;
    private const int MaxFixedSetters = sizeof(ulong) * 8 / FormBits;
    private const ulong AbsentForm = 8;

    private readonly BulkWritePlan _plan;
    private readonly SetterValue[] _setters;
    private readonly bool _isTextFixed;

    private CachedTexts? _cached;

    /// <summary>Creates the binder of a plan.</summary>
    public BulkWriteBinder(BulkWritePlan plan)
    {
        _plan = plan;
        _setters = [.. plan.Write.Setters.Select((setter, index) => new SetterValue(setter, index))];
        _isTextFixed = plan.Unchanged.IsEmpty && plan.Write.Setters.Length <= MaxFixedSetters && !plan.Conditions.Any(DependsOnValues)
            && !plan.Write.Setters.Any(setter => setter.Path.Segments.Any(segment => segment is ParameterSegment));
    }

    /// <summary>Whether a write can fail although the item satisfies all conditions, because a number would be beyond its type.</summary>
    public bool MayOverflow => Array.Exists(_setters, setter => setter.Range is not null);

    /// <summary>The expressions.</summary>
    /// <param name="parameters">The values of the execution.</param>
    /// <param name="row">The item as it was read; not used where the client computes nothing from it.</param>
    /// <param name="computed">The values of the setters that the client computes, each at the place of its setter.</param>
    /// <returns>Null where no item can satisfy the conditions.</returns>
    public BoundBulkWrite? TryBind(IReadOnlyDictionary<string, object?> parameters, Item row, object?[] computed)
    {
        var values = new object?[_setters.Length];
        var bounds = new SetterBound[_setters.Length];
        var form = 0UL;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _setters[i].Resolve(parameters, computed[i], out var isAbsent);
            bounds[i] = _setters[i].Range?.Find(parameters) ?? default;
            form = (form << FormBits) | (isAbsent ? AbsentForm : bounds[i].Form);
        }

        return FindTexts(parameters, row, values, bounds, form) is { } texts
            ? new BoundBulkWrite(texts, WriteValues(texts, parameters, row, values, bounds))
            : null;
    }

    private BulkWriteTexts? FindTexts(IReadOnlyDictionary<string, object?> parameters, Item row, object?[] values, SetterBound[] bounds, ulong form)
    {
        if (_isTextFixed && _cached is { } cached && cached.Form == form)
        {
            return cached.Texts;
        }

        var texts = CreateTexts(parameters, row, values, bounds);
        if (_isTextFixed && texts is not null)
        {
            _cached = new CachedTexts(form, texts);
        }

        return texts;
    }

    private BulkWriteTexts? CreateTexts(IReadOnlyDictionary<string, object?> parameters, Item row, object?[] values, SetterBound[] bounds)
    {
        var names = new NameTable();
        var written = new List<FilterPiece> { new($"attribute_exists({names.GetPlaceholder(_plan.KeyNames[0])})") };
        written.AddRange(_plan.Maps.Select(path => new FilterPiece($"attribute_exists({names.Write(path, parameters)})")));
        for (var i = 0; i < _plan.Unchanged.Length; i++)
        {
            var path = names.Write(_plan.Unchanged[i]);
            written.Add(new FilterPiece(StoredValue.TryFind(row, _plan.Unchanged[i], out _) ? $"{path} = :u{i}" : $"attribute_not_exists({path})"));
        }

        written.AddRange(_setters.Select((setter, i) => setter.Range?.Write(bounds[i], names, parameters)).OfType<FilterPiece>());
        var condition = FilterWriter.Write(written, _plan.Conditions, names, parameters);
        FilterLength.Check(condition);
        if (condition.IsNever)
        {
            return null;
        }

        var update = new UpdateExpressionWriter(names, parameters);
        for (var i = 0; i < _setters.Length; i++)
        {
            update.Add(_setters[i].Setter, i, values[i] is null && _setters[i].CanBeAbsent);
        }

        return new BulkWriteTexts(
            update.Build(), condition.Expression!, condition.Values, names.ToDictionary()!); // an item exists: that is a condition, and a name
    }

    private Item? WriteValues(
        BulkWriteTexts texts, IReadOnlyDictionary<string, object?> parameters, Item row, object?[] values, SetterBound[] bounds)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var value in texts.FilterValues)
        {
            value.WriteTo(builder, parameters);
        }

        for (var i = 0; i < _setters.Length; i++)
        {
            _setters[i].Write(builder, parameters, values[i]);
            _setters[i].Range?.WriteValue(bounds[i], builder);
        }

        for (var i = 0; i < _plan.Unchanged.Length; i++)
        {
            if (StoredValue.TryFind(row, _plan.Unchanged[i], out var stored))
            {
                builder.WriteName($":u{i}");
                builder.WriteValue(stored.Span);
            }
        }

        var written = builder.Build();
        return written.Count == 0 ? null : written;
    }

    private static bool DependsOnValues(DynamoPredicate predicate)
        => FilterWriter.DependsOnValues(predicate) || ParameterReferences.Find(predicate).Any(parameter => parameter.MayNotFit || parameter.IsBoxed);

    private sealed record CachedTexts(ulong Form, BulkWriteTexts Texts);
}

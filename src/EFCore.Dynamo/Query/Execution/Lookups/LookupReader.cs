using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>Reads what a window of rows looks up: items by their keys in batches, the others one Query a value, some of them at a time.</summary>
/// <param name="context">The execution.</param>
/// <param name="lookup">What is looked up.</param>
/// <param name="queryBudget">What all sources of the execution may read together.</param>
/// <param name="partition">Has the items, where they are read with the rows; null where they are read here.</param>
internal sealed class LookupReader(DynamoQueryContext context, CompiledLookup lookup, ReadBudget queryBudget, PartitionSource? partition)
{
    private const int MaxInFlight = 8;

    private readonly ReadBudget _budget
        = lookup.MaxItemsRead is { } max ? new ReadBudget(max, lookup.Plan.Plan, queryBudget) : queryBudget;

    private Dictionary<LookupValue, List<Item>>? _all;

    /// <summary>Reads the rows of each value.</summary>
    public async ValueTask<LookupResult> ReadAsync(List<LookupValue> values, CancellationToken cancellationToken)
    {
        var sources = new List<PageSource>();
        if (lookup.Plan.IsReadOnce)
        {
            _all ??= await ReadAllAsync(cancellationToken).ConfigureAwait(false);
            return new LookupResult([.. values.Select(value => _all.GetValueOrDefault(value) ?? [])], sources);
        }

        var rows = partition is null ? await ReadRowsAsync(values, sources, cancellationToken).ConfigureAwait(false) : FindRows(values, partition);
        RunStages(lookup.Stages, values, rows);
        rows = await JoinFurtherAsync(rows, sources, cancellationToken).ConfigureAwait(false);
        RunStages(lookup.LastStages, values, rows);
        return new LookupResult(rows, sources);
    }

    private IReadOnlyList<Item>[] FindRows(List<LookupValue> values, PartitionSource partition)
    {
        if (_all is null)
        {
            _all = [];
            foreach (var item in RunStages(lookup.Filters, partition.Items))
            {
                Add(_all, item);
            }
        }

        return [.. values.Select(value => _all.GetValueOrDefault(value) ?? [])];
    }

    private async ValueTask<IReadOnlyList<Item>[]> ReadRowsAsync(List<LookupValue> values, List<PageSource> sources, CancellationToken cancellationToken)
    {
        var rows = new IReadOnlyList<Item>[values.Count];
        Array.Fill(rows, []);
        var points = new List<(int Index, GetItemRequest Request)>();
        var reads = new List<(int Index, PageSource Source, int? Limit)>();
        for (var i = 0; i < values.Count; i++)
        {
            Bind(values[i]);
            var bound = lookup.Plan.Plan.Bind(context.Parameters);
            switch (bound.Operation)
            {
                case AccessOperation.Empty:
                    break;
                case AccessOperation.GetItem:
                    points.Add((i, bound.GetItem));
                    break;
                default:
                    var limit = bound is { Operation: AccessOperation.Query, IsSingleQuery: true } ? bound.Query.Limit : null;
                    reads.Add((i, PageSourceFactory.Create(context, bound, lookup.Plan.Plan, _budget), limit));
                    break;
            }
        }

        sources.AddRange(reads.Select(read => read.Source));
        await ReadPointsAsync(points, rows, cancellationToken).ConfigureAwait(false);
        await ReadSourcesAsync(reads, rows, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    private void Bind(LookupValue value)
    {
        for (var i = 0; i < lookup.ParameterNames.Length; i++)
        {
            context.Parameters[lookup.ParameterNames[i]] = value.Parts[i];
        }
    }

    private async ValueTask ReadPointsAsync(List<(int Index, GetItemRequest Request)> points, IReadOnlyList<Item>[] rows, CancellationToken cancellationToken)
    {
        if (points.Count == 0)
        {
            return;
        }

        var sender = new PlannedRequestSender(context, lookup.Plan.Plan);
        if (points is [var only])
        {
            var response = await sender.GetItemAsync(only.Request, cancellationToken).ConfigureAwait(false);
            _budget.Add(1);
            rows[only.Index] = response.Item is { } item ? [item] : [];
            return;
        }

        var items = await new PointBatch(sender, points[0].Request, _budget)
            .ReadAsync([.. points.Select(point => point.Request.Key.GetValueOrDefault()).Distinct()], cancellationToken).ConfigureAwait(false);
        foreach (var (index, request) in points)
        {
            rows[index] = items.TryGetValue(request.Key.GetValueOrDefault(), out var item) ? [item] : [];
        }
    }

    private static async ValueTask ReadSourcesAsync(
        List<(int Index, PageSource Source, int? Limit)> reads, IReadOnlyList<Item>[] rows, CancellationToken cancellationToken)
    {
        var inFlight = new Queue<(int Index, ValueTask<List<Item>> Rows)>();
        foreach (var (index, source, limit) in reads)
        {
            if (inFlight.Count == MaxInFlight)
            {
                var first = inFlight.Dequeue();
                rows[first.Index] = await first.Rows.ConfigureAwait(false);
            }

            inFlight.Enqueue((index, ReadToEndAsync(source, limit, cancellationToken)));
        }

        while (inFlight.TryDequeue(out var next))
        {
            rows[next.Index] = await next.Rows.ConfigureAwait(false);
        }
    }

    // What the service is told to stop at is all that is needed, though it would go on from there.
    private static async ValueTask<List<Item>> ReadToEndAsync(PageSource source, int? limit, CancellationToken cancellationToken)
    {
        var rows = new List<Item>();
        while (!(rows.Count >= limit) && await source.ReadNextAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(source.Items);
        }

        return rows;
    }

    // Filters, order, skip and take are those of one value's items.
    private void RunStages(IRowStageFactory[] stages, List<LookupValue> values, IReadOnlyList<Item>[] rows)
    {
        if (stages.Length == 0)
        {
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            Bind(values[i]);
            rows[i] = RunStages(stages, rows[i]);
        }
    }

    private IReadOnlyList<Item> RunStages(IRowStageFactory[] stages, IReadOnlyList<Item> rows)
    {
        if (stages.Length == 0)
        {
            return rows;
        }

        var buffer = new RowBuffer();
        var first = StageChain.Create(stages, context, buffer);
        StageChain.Push(first, rows);
        first.Complete();
        return buffer.Rows;
    }

    // One round for all values: their rows go through the further lookups together, each with the number of its value.
    private async ValueTask<IReadOnlyList<Item>[]> JoinFurtherAsync(IReadOnlyList<Item>[] rows, List<PageSource> sources, CancellationToken cancellationToken)
    {
        if (lookup.Rest.IsEmpty)
        {
            return rows;
        }

        var numbered = new List<Item>();
        for (var i = 0; i < rows.Length; i++)
        {
            numbered.AddRange(rows[i].Select(row => NumberedRow.Create(row, i)));
        }

        var joined = rows.Select(_ => new List<Item>()).ToArray();
        var source = lookup.Rest.Apply(context, new ListSource(numbered, _budget), _budget);
        sources.Add(source);
        while (await source.ReadNextAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in source.Items)
            {
                joined[NumberedRow.Read(row)].Add(row);
            }
        }

        return joined;
    }

    private async ValueTask<Dictionary<LookupValue, List<Item>>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<LookupValue, List<Item>>();
        using var read = PageSourceFactory.Create(context, lookup.Plan.Plan.Bind(context.Parameters), lookup.Plan.Plan, _budget);
        using var staged = lookup.Stages.Length == 0 ? read : new StagedSource(context, read, lookup.Stages, _budget);
        using var joined = lookup.Rest.Apply(context, staged, _budget);
        using var source = lookup.LastStages.Length == 0 ? joined : new StagedSource(context, joined, lookup.LastStages, _budget);
        while (await source.ReadNextAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in source.Items)
            {
                Add(all, row.Span.ToItem());
            }
        }

        return all;
    }

    private void Add(Dictionary<LookupValue, List<Item>> all, Item row)
    {
        if (LookupValue.TryRead(lookup.InnerKeys, context, row) is not { } value)
        {
            return;
        }

        if (!all.TryGetValue(value, out var rows))
        {
            all.Add(value, rows = []);
        }

        rows.Add(row);
    }
}

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

    /// <summary>Reads the rows of each request.</summary>
    public async ValueTask<LookupResult> ReadAsync(LookupWindow window, CancellationToken cancellationToken)
    {
        var sources = new List<PageSource>();
        var found = partition is not null ? FindRows(window.Values, partition)
            : lookup.Plan.IsReadOnce ? await FindAsync(window.Values, cancellationToken).ConfigureAwait(false)
            : await ReadEachAsync(window.Values, sources, cancellationToken).ConfigureAwait(false);
        var rows = window.Requests.Select(request => request.ValueIndex is { } index ? found[index] : []).ToArray();
        if (lookup.IsOneForAll)
        {
            return new LookupResult(rows, sources);
        }

        foreach (var (stages, step) in lookup.Parts)
        {
            RunStages(stages, window, rows);
            rows = await JoinFurtherAsync(step, rows, sources, cancellationToken).ConfigureAwait(false);
        }

        RunStages(lookup.LastStages, window, rows);
        return new LookupResult(rows, sources);
    }

    private IReadOnlyList<Item>[] FindRows(IReadOnlyList<LookupValue> values, PartitionSource partition)
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

    private async ValueTask<IReadOnlyList<Item>[]> FindAsync(IReadOnlyList<LookupValue> values, CancellationToken cancellationToken)
    {
        _all ??= await ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return [.. values.Select(value => _all.GetValueOrDefault(value) ?? [])];
    }

    private async ValueTask<IReadOnlyList<Item>[]> ReadEachAsync(
        IReadOnlyList<LookupValue> values, List<PageSource> sources, CancellationToken cancellationToken)
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

    // Filters, order, skip and take are those of one row's items.
    private void RunStages(IRowStageFactory[] stages, LookupWindow window, IReadOnlyList<Item>[] rows)
    {
        if (stages.Length == 0)
        {
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var (valueIndex, carried) = window.Requests[i];
            if (valueIndex is { } index)
            {
                Bind(window.Values[index]);
            }

            if (lookup.Carried.Length > 0)
            {
                context.Parameters[lookup.CarriedParameter] = carried;
            }

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

    // One round for all values: their rows go through the further step together, each with the number of its value.
    private async ValueTask<IReadOnlyList<Item>[]> JoinFurtherAsync(
        IPipelineStep step, IReadOnlyList<Item>[] rows, List<PageSource> sources, CancellationToken cancellationToken)
    {
        var numbered = new List<Item>();
        for (var i = 0; i < rows.Length; i++)
        {
            numbered.AddRange(rows[i].Select(row => NumberedRow.Create(row, i)));
        }

        var joined = rows.Select(_ => new List<Item>()).ToArray();
        var source = step.Apply(context, new ListSource(numbered, _budget), _budget);
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

    // Where each row has steps of its own, only what is read is kept.
    private async ValueTask<Dictionary<LookupValue, List<Item>>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<LookupValue, List<Item>>();
        using var source = CreateSourceOfAll();
        while (await source.ReadNextAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in source.Items)
            {
                Add(all, row.Span.ToItem());
            }
        }

        return all;
    }

    private PageSource CreateSourceOfAll()
    {
        var source = PageSourceFactory.Create(context, lookup.Plan.Plan.Bind(context.Parameters), lookup.Plan.Plan, _budget);
        if (!lookup.IsOneForAll)
        {
            return source;
        }

        source = new CompiledPipeline(lookup.Parts).Apply(context, source, _budget);
        return lookup.LastStages.Length == 0 ? source : new StagedSource(context, source, lookup.LastStages, _budget);
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

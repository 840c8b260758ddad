using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning;

/// <summary>The printed form of a plan: stable, for logs, tests and <c>ToQueryString</c>.</summary>
internal sealed class AccessPlanText
{
    public PathMatch? Match { get; init; }

    public ImmutableArray<DynamoPredicate> FilterPredicates { get; init; } = [];

    public ImmutableArray<DocumentPath>? ProjectionPaths { get; init; }

    public ImmutableArray<ClientOperator> ClientOperators { get; init; } = [];

    public DynamoOperand? Skip { get; init; }

    /// <summary>The limit that the service is sent; null where it is sent none.</summary>
    public DynamoOperand? Take { get; init; }

    public QueryAggregate? Aggregate { get; init; }

    /// <summary>Why nothing is sent; null where something is.</summary>
    public string? Reason { get; init; }

    public string? KeyCondition => Match is null ? null : PrintKeyCondition(parameters: null);

    public string? Filter => FilterPredicates.IsEmpty ? null : PrintFilter(parameters: null);

    public IReadOnlyList<string>? Projection => ProjectionPaths?.Select(p => p.ToString()).ToList();

    public IReadOnlyList<string> ClientSteps => [.. ClientOperators.Select(o => PrintOperator(o, parameters: null))];

    /// <summary>One operation a line: the request, its filter and projection, then the client's steps.</summary>
    public string Print(AccessPlan plan, IReadOnlyDictionary<string, object?>? parameters)
    {
        var text = new StringBuilder();
        text.Append(PrintRequest(plan, parameters));
        if (!FilterPredicates.IsEmpty)
        {
            text.Append("\n  filter ").Append(PrintFilter(parameters));
        }

        if (Projection is { } projection)
        {
            text.Append("\n  project ").AppendJoin(", ", projection);
        }

        var sources = 0;
        foreach (var step in ClientOperators)
        {
            if (step.OtherSource is null || plan.OtherSources.IsEmpty)
            {
                text.Append("\n  client: ").Append(PrintOperator(step, parameters));
            }
            else
            {
                PrintSource(text, step, plan.OtherSources[sources++]);
            }
        }

        if (Aggregate is { } aggregate && plan.Select != Select.Count)
        {
            text.Append("\n  client: ").Append(PrintAggregate(aggregate));
        }

        return text.ToString();
    }

    /// <summary>The chosen plan and all candidates.</summary>
    public string Explain(AccessPlan plan)
    {
        var text = new StringBuilder(Print(plan, parameters: null));
        foreach (var candidate in plan.Candidates)
        {
            text.Append(candidate.IsChosen ? "\n* " : "\n- ").Append(candidate.TableName);
            text.Append(candidate.IndexName is null ? "" : ".").Append(candidate.IndexName).Append(": ");
            if (candidate is { Operation: { } operation, EstimatedReadUnits: { } units })
            {
                text.Append(CultureInfo.InvariantCulture, $"{operation}, about {units:0.##} read units, ");
            }

            text.Append(candidate.Reason);
        }

        return text.ToString();
    }

    private static void PrintSource(StringBuilder text, ClientOperator step, SourcePlan plan)
    {
        text.Append("\n  ").Append(step is LookupOperator lookup ? Describe(lookup, plan) : step.ToString()).Append(':');
        var inner = plan.Plan.ToString();
        if (plan.IsInPartition)
        {
            PrintLines(text, inner.Split('\n').Skip(1).Select(line => line[2..]));
            return;
        }

        if (plan is { IsReadOnce: false, Plan.Operation: AccessOperation.GetItem })
        {
            inner = "BatchGetItem" + inner["GetItem".Length..];
        }

        PrintLines(text, inner.Split('\n'));
    }

    private static void PrintLines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append("\n    ").Append(line);
        }
    }

    // The values of a lookup are those of each row, so the names of its parameters say where they come from.
    private static string Describe(LookupOperator lookup, SourcePlan plan)
        => $"{lookup.Kind.ToString().ToLowerInvariant()} lookup of {lookup.Inner.EntityType.ShortName()}" + (plan.IsInPartition
            ? $" among the items of the same Query, by {string.Join(", ", lookup.Keys.Select(k => LookupNames.Describe(k.InnerKey)))}"
            : plan.IsReadOnce
            ? $", read once, then found by {string.Join(", ", lookup.Keys.Select(k => LookupNames.Describe(k.InnerKey)))} in memory"
            : $", for the distinct values of up to {LookupOperator.MaxWindow} rows at a time");

    private string PrintRequest(AccessPlan plan, IReadOnlyDictionary<string, object?>? parameters)
    {
        var text = new StringBuilder();
        text.Append(plan.Operation).Append(plan.IsParallel ? " (one a key) " : " ").Append(plan.TableName);
        text.Append(plan.IndexName is null ? "" : ".").Append(plan.IndexName);
        if (Match is not null)
        {
            text.Append("  ").Append(PrintKeyCondition(parameters));
        }

        var notes = new List<string>();
        if (!plan.ScanIndexForward)
        {
            notes.Add("descending");
        }

        if (Take is not null)
        {
            notes.Add($"limit {PrintLimit(parameters)}");
        }

        if (plan.Select == Select.Count)
        {
            notes.Add("count");
        }

        if (plan.ConsistentRead)
        {
            notes.Add("consistent");
        }

        text.Append(notes.Count > 0 ? "  " : "").AppendJoin(", ", notes);
        return Reason is null ? text.ToString() : $"{text}  {Reason}";
    }

    private string PrintLimit(IReadOnlyDictionary<string, object?>? parameters)
    {
        if (Skip is ConstantOperand { Value: int skip } && Take is ConstantOperand { Value: int take })
        {
            return (skip + take).ToString(CultureInfo.InvariantCulture);
        }

        var text = new PlanTextBuilder(parameters);
        if (Skip is not null)
        {
            text.AppendOperand(Skip);
            text.Append(" + ");
        }

        text.AppendOperand(Take!); // asked only where there is one
        return text.ToString();
    }

    private string PrintKeyCondition(IReadOnlyDictionary<string, object?>? parameters)
    {
        var text = new PlanTextBuilder(parameters);
        var separator = "";
        foreach (var value in Match!.PartitionValues.Concat(Match.SortValues)) // asked only where there is one
        {
            text.Append(separator).Append(value.Component.AttributeName).Append(" = ");
            value.Print(text);
            separator = " AND ";
        }

        if (Match.SortCondition is { } condition)
        {
            text.Append(separator).Append(condition.Component.AttributeName).Append(" ");
            condition.Print(text);
        }

        return text.ToString();
    }

    private string PrintFilter(IReadOnlyDictionary<string, object?>? parameters)
    {
        var text = new PlanTextBuilder(parameters);
        PredicatePrinter.PrintAll(text, FilterPredicates, " AND ");
        return text.ToString();
    }

    private static string PrintOperator(ClientOperator step, IReadOnlyDictionary<string, object?>? parameters)
    {
        var count = step switch { TakeOperator take => take.Count, SkipOperator skip => skip.Count, _ => null };
        if (count is null)
        {
            return step.ToString() ?? "";
        }

        var text = new PlanTextBuilder(parameters);
        text.Append(step is TakeOperator ? "take " : "skip ").AppendOperand(count);
        return text.ToString();
    }

    private static string PrintAggregate(QueryAggregate aggregate)
    {
        var name = aggregate.Kind.ToString().ToLowerInvariant();
        return aggregate.Attribute is null ? name : $"{name} of {aggregate.Attribute.Path}";
    }
}

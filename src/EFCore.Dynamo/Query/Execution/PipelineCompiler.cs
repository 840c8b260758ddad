using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Lookups;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Planning;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Compiles what runs on the client: lookups, and the stages between and behind them.</summary>
internal sealed class PipelineCompiler(RowCompiler rowCompiler)
{
    private readonly RowStageCompiler _stages = new(rowCompiler);
    private readonly SlotWriterCompiler _slots = new(rowCompiler);

    /// <summary>Compiles the client operators of a plan.</summary>
    public (CompiledPipeline Pipeline, IRowStageFactory[] Stages) Compile(AccessPlan plan)
    {
        var (parts, stages) = Split(plan);
        return (parts.Count == 0 ? CompiledPipeline.Empty : new CompiledPipeline(parts), stages);
    }

    // The rows of a lookup have what they carry from the start, and again where an operator makes new ones.
    private (List<PipelinePart> Parts, IRowStageFactory[] Stages) Split(AccessPlan plan, LookupOperator? lookup = null)
    {
        IRowStageFactory[] carry = lookup is null or { Carried.IsEmpty: true }
            ? []
            : [new CarryStage.Factory(CarryStage.ParameterOf(new AttributeName(lookup.Slot.AttributeName)))];
        var parts = new List<PipelinePart>();
        var stages = new List<IRowStageFactory>(carry);
        var sources = 0;
        foreach (var clientOperator in plan.ClientOperators)
        {
            if (clientOperator.Accept(_stages) is { } stage)
            {
                stages.Add(stage);
                stages.AddRange(clientOperator.MakesRows ? carry : []);
                continue;
            }

            var source = plan.OtherSources[sources++];
            if (source.IsInPartition)
            {
                AddToPartition(parts, [.. stages], CompileLookup((LookupOperator)clientOperator, source)); // only a lookup can be
            }
            else
            {
                parts.Add(new PipelinePart([.. stages], CompileStep(clientOperator, source)));
            }

            stages.Clear();
        }

        return (parts, [.. stages]);
    }

    // Lookups in the partition come before all others, one behind the other: the first has the stages that make rows of the items.
    private static void AddToPartition(List<PipelinePart> parts, IRowStageFactory[] stages, CompiledLookup lookup)
    {
        if (parts is [{ Step: PartitionLookup partition }])
        {
            parts[0] = new PipelinePart([], partition.Add(lookup));
        }
        else
        {
            parts.Add(new PipelinePart([], new PartitionLookup(stages, [lookup])));
        }
    }

    private IPipelineStep CompileStep(ClientOperator clientOperator, SourcePlan plan)
        => clientOperator switch
        {
            LookupOperator lookup => CompileLookup(lookup, plan),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private CompiledLookup CompileLookup(LookupOperator lookup, SourcePlan plan)
    {
        var (parts, last) = Split(plan.Plan, lookup);
        var filters = plan.IsInPartition ? (parts.Count == 0 ? last : parts[0].Stages).TakeWhile(stage => stage is FilterStage.Factory).ToArray() : [];
        return new CompiledLookup
        {
            SlotName = new AttributeName(lookup.Slot.AttributeName),
            Kind = lookup.Kind,
            Plan = plan,
            MaxItemsRead = lookup.Inner.Options.MaxItemsRead,
            ParameterNames = [.. lookup.Keys.Select(key => key.ParameterName)],
            OuterKeys = [.. lookup.Keys.Select(key => CompileKey(key.OuterKey))],
            InnerKeys = [.. lookup.Keys.Select(key => CompileKey(key.InnerKey))],
            Carried = [.. lookup.Carried.Select(_slots.Compile)],
            IsOneForAll = plan.IsReadOnce && lookup.IsOneForAll,
            Filters = filters,
            Parts = parts.Count == 0 ? [] : [parts[0] with { Stages = parts[0].Stages[filters.Length..] }, .. parts.Skip(1)],
            LastStages = parts.Count == 0 ? last[filters.Length..] : last,
        };
    }

    private Func<QueryContext, Item, object?> CompileKey(Expression key)
        => (Func<QueryContext, Item, object?>)rowCompiler.CompileOperator(
            Expression.Convert(RowStageCompiler.MakeReadNullable(key), typeof(object)), typeof(object));
}

using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Planning.BulkWrites;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.BulkWrites;

/// <summary>Compiles what the client computes for a bulk write.</summary>
internal sealed class BulkWriteCompiler(RowCompiler rowCompiler)
{
    /// <summary>The values of setters, each at its setter's place; null where the service computes it.</summary>
    public Func<QueryContext, Item, object?>?[] CompileValues(BulkWritePlan plan)
        => [.. plan.Write.Setters.Select(setter => setter.Value is null ? CompileValue(setter) : null)];

    /// <summary>The conditions for an item that was changed since it was read.</summary>
    public Func<QueryContext, Item, bool>[] CompileConditions(BulkWritePlan plan, BulkWriteBinder binder)
        => plan.Unchanged.IsEmpty && !binder.MayOverflow ? []
            : [.. plan.RowConditions.Select(condition => (Func<QueryContext, Item, bool>)rowCompiler.CompileOperator(condition, typeof(bool)))];

    private Func<QueryContext, Item, object?> CompileValue(AttributeSetter setter)
    {
        var value = rowCompiler.CompileOperator(setter.RowValue, setter.RowValue.Type);
        return (Func<QueryContext, Item, object?>)Reflected.Method(typeof(BulkWriteCompiler), nameof(Box))
            .MakeGenericMethod(setter.RowValue.Type)
            .Invoke(obj: null, [value])!;
    }

    private static Func<QueryContext, Item, object?> Box<T>(Func<QueryContext, Item, T> value)
        => (context, row) => value(context, row);
}

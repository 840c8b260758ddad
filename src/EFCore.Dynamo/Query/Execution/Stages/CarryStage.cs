using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Adds to the rows of a lookup what they take along of the row that they were found for.</summary>
internal sealed class CarryStage(Item carried, RowStage next) : RowStage(next)
{
    /// <summary>The name of the parameter that has the attributes; no parameter of a query has it.</summary>
    public static string ParameterOf(AttributeName slotName)
        => "carried" + slotName;

    /// <inheritdoc />
    public override void Push(Item row)
    {
        Item widened;
        using (var lease = ItemBuilder.Lease())
        {
            lease.Builder.WriteAttributes(row);
            lease.Builder.WriteAttributes(carried);
            widened = lease.Builder.Build();
        }

        PushNext(widened);
    }

    internal sealed class Factory(string parameterName) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new CarryStage((Item)context.Parameters[parameterName]!, next); // the lookup sets it
    }
}

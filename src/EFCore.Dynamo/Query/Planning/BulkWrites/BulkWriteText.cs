using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Keys;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>The printed form of a bulk write's plan.</summary>
internal static class BulkWriteText
{
    /// <summary>The read of the keys, then the write; one line where the key is known.</summary>
    public static string Print(BulkWritePlan plan, IReadOnlyDictionary<string, object?>? parameters)
    {
        var read = parameters is null ? plan.Read.ToString() : plan.Read.ToString(parameters);
        var operation = plan.Write.IsDelete ? "DeleteItem" : "UpdateItem";
        var text = new PlanTextBuilder(parameters);
        if (plan.IsDirect)
        {
            var request = read.Split('\n')[0];
            text.Append(operation).Append(request[nameof(AccessOperation.GetItem).Length..]);
        }
        else
        {
            text.Append(read).Append($"\n  then {operation} for each of its items");
        }

        PrintCondition(text, plan);
        foreach (var setter in plan.Write.Setters)
        {
            text.Append("\n  set ").Append(setter.Path.ToString()).Append(" = ");
            PrintValue(text, setter);
        }

        return text.ToString();
    }

    private static void PrintCondition(PlanTextBuilder text, BulkWritePlan plan)
    {
        if (!plan.Conditions.IsEmpty)
        {
            text.Append("\n  if ");
            PredicatePrinter.PrintAll(text, plan.Conditions, " AND ");
        }

        if (!plan.Unchanged.IsEmpty)
        {
            text.Append("\n  if unchanged: ").Append(string.Join(", ", plan.Unchanged));
        }
    }

    private static void PrintValue(PlanTextBuilder text, AttributeSetter setter)
    {
        switch (setter.Value)
        {
            case null:
                text.Append("computed by the client");
                break;
            case PlainValue { Operand: null }:
                text.Append("null");
                break;
            case PlainValue { Operand: { } operand }:
                text.AppendOperand(operand);
                break;
            case ComputedValue computed:
                text.AppendOperand(computed.Left.Operand);
                if (computed.Right is { } right)
                {
                    text.Append(computed.IsDifference ? " - " : " + ");
                    text.AppendOperand(right.Operand);
                }

                break;
            case ListAppendValue append:
                text.Append(setter.Path.ToString()).Append(append.IsAtStart ? " with, at its start, " : " with, at its end, ").AppendOperand(append.Elements);
                break;
            case SetChangeValue change:
                text.Append(setter.Path.ToString()).Append(change.IsRemoval ? " without " : " with ").AppendOperand(change.Elements);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>How many items a request has to read at most: the skipped and the taken ones.</summary>
/// <param name="skip">An <see cref="int" /> constant or parameter; null for none.</param>
/// <param name="take">An <see cref="int" /> constant or parameter; null for all.</param>
/// <param name="isPushed">Whether the service may stop there; otherwise only "none at all" is worth knowing.</param>
internal sealed class RowLimit(DynamoOperand? skip, DynamoOperand? take, bool isPushed)
{
    /// <summary>The limit of one execution.</summary>
    /// <param name="parameters">The values of the execution.</param>
    /// <param name="limit">The most items to read; null for all.</param>
    /// <returns>False where nothing is taken, so that nothing need be sent.</returns>
    public bool TryBind(IReadOnlyDictionary<string, object?> parameters, out int? limit)
    {
        limit = null;
        if (take is null)
        {
            return true;
        }

        var count = Resolve(take, parameters);
        if (count <= 0)
        {
            return false;
        }

        if (isPushed)
        {
            var skipped = skip is null ? 0 : Math.Max(0, Resolve(skip, parameters));
            limit = (int)Math.Min((long)count + skipped, int.MaxValue);
        }

        return true;
    }

    private static int Resolve(DynamoOperand operand, IReadOnlyDictionary<string, object?> parameters)
        => operand switch
        {
            ConstantOperand { Value: int value } => value,
            ParameterOperand parameter when parameters.TryGetValue(parameter.Name, out var value) && value is int count => count,
            _ => throw new InvalidOperationException(PlanningStrings.ParameterMissing(operand.ToString() ?? "")),
        };
}

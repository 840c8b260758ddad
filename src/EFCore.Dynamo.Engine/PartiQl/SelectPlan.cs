using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>How a SELECT is read: ranges of keys one after the other, or a scan.</summary>
internal sealed record SelectPlan
{
    public required TableSchema Table { get; init; }

    /// <summary>What the statement calls the table.</summary>
    public required string RequestedName { get; init; }

    public required IndexSchema? Index { get; init; }

    /// <summary>Null for a scan; empty where nothing can be selected.</summary>
    public required IReadOnlyList<KeyConditions>? Accesses { get; init; }

    public required BoundCondition? Filter { get; init; }

    /// <summary>What an index must project for the filter.</summary>
    public required IReadOnlyCollection<string> FilterAttributes { get; init; }

    public required BoundProjection? Projection { get; init; }

    public required bool IsForward { get; init; }

    public KeyLayout Key => Index?.Key ?? Table.Key;

    /// <summary>Whether the access is a single item of the table: nothing can follow it.</summary>
    public bool IsPoint(int access)
        => Index is null && Accesses is not null
            && (Key.SortKey.Length == 0 || (Accesses[access].SortKey.Length == 1 && Accesses[access].SortKey[0].Operator == SortKeyOperator.Equal));
}

using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>Everything an <c>ExecuteUpdate</c> or <c>ExecuteDelete</c> will do, decided when it is compiled.</summary>
internal sealed class BulkWritePlan
{
    /// <summary>The items and what is written to them.</summary>
    public required BulkWriteExpression Write { get; init; }

    /// <summary>How the keys are read; with <see cref="IsDirect" /> the one key, which is not.</summary>
    public required AccessPlan Read { get; init; }

    /// <summary>Whether the key of the one item is known, and nothing of it is needed: one conditional write and no read.</summary>
    public required bool IsDirect { get; init; }

    /// <summary>The attributes of the table's key.</summary>
    public required ImmutableArray<string> KeyNames { get; init; }

    /// <summary>What the service checks when it writes; the key says the rest.</summary>
    public required ImmutableArray<DynamoPredicate> Conditions { get; init; }

    /// <summary>All conditions, for an item that was changed since it was read.</summary>
    public required ImmutableArray<Expression> RowConditions { get; init; }

    /// <summary>What the client computes conditions and values from: it must be as it was read when the item is written.</summary>
    public required ImmutableArray<DocumentPath> Unchanged { get; init; }

    /// <summary>The maps that something is set in.</summary>
    public required ImmutableArray<DocumentPath> Maps { get; init; }

    /// <summary>The name that users know.</summary>
    public string OperatorName => Write.IsDelete ? "ExecuteDelete" : "ExecuteUpdate";

    /// <summary>The request, what it is sent for, its condition, and what is set.</summary>
    public override string ToString() => BulkWriteText.Print(this, parameters: null);

    /// <summary>The same with the values of one execution.</summary>
    public string ToString(IReadOnlyDictionary<string, object?> parameters) => BulkWriteText.Print(this, parameters);
}

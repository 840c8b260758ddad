using System.Collections.Immutable;
using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One step that runs in the provider, over the rows (packed items) that the keyed source returns.</summary>
internal abstract record ClientOperator
{
    /// <summary>What it computes of each row; not what an <see cref="OtherSource" /> computes of its own.</summary>
    public virtual IEnumerable<Expression> RowExpressions
        => [];

    /// <summary>The query whose rows it brings in; null where it has none.</summary>
    public virtual DynamoQueryExpression? OtherSource
        => null;

    /// <summary>Whether a condition on the items of the first source means the same before it as behind it.</summary>
    public virtual bool KeepsConditions
        => false;

    /// <summary>Whether a row before it may be several rows behind it.</summary>
    public virtual bool MultipliesRows
        => false;

    /// <summary>Whether each row before it is one behind it, in the same place: an order by the first source, Skip and Take may come before it.</summary>
    public virtual bool KeepsRows
        => false;

    /// <summary>Whether the rows behind it are new ones, without the slots of those before it.</summary>
    public virtual bool MakesRows
        => false;

    /// <summary>The operator with each of its <see cref="RowExpressions" /> replaced.</summary>
    public virtual ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => this;

    /// <summary>The operator with its <see cref="OtherSource" /> replaced, if it has one.</summary>
    public virtual ClientOperator MapOtherSource(Func<DynamoQueryExpression, DynamoQueryExpression> map)
        => this;

    /// <summary>Calls the visitor's method for this operator.</summary>
    public abstract T Accept<T>(ClientOperatorVisitor<T> visitor);
}

/// <summary>Keeps the rows for which the condition is true.</summary>
internal sealed record FilterOperator(Expression RowPredicate) : ClientOperator
{
    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        => [RowPredicate];

    /// <inheritdoc />
    public override bool KeepsConditions
        => true;

    /// <inheritdoc />
    public override ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => new FilterOperator(map(RowPredicate));

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitFilter(this);

    /// <inheritdoc />
    public override string ToString()
        => "filter";
}

/// <summary>Sorts the rows, keeping the order of equal ones; strings by their UTF-8 bytes.</summary>
internal sealed record OrderOperator(ImmutableArray<QueryOrdering> Orderings) : ClientOperator
{
    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        => Orderings.Select(ordering => ordering.RowKey);

    /// <inheritdoc />
    public override bool KeepsConditions
        => true;

    /// <inheritdoc />
    public override ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => new OrderOperator([.. Orderings.Select(ordering => ordering with { RowKey = map(ordering.RowKey) })]);

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitOrder(this);

    /// <inheritdoc />
    public override string ToString()
        => "order by " + string.Join(", ", Orderings.Select(o => (o.Attribute?.ToString() ?? "computed key") + (o.IsAscending ? "" : " descending")));
}

/// <summary>Turns the rows around.</summary>
internal sealed record ReverseOperator : ClientOperator
{
    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitReverse(this);

    /// <inheritdoc />
    public override string ToString()
        => "reverse";
}

/// <summary>Leaves out the first rows.</summary>
/// <param name="Count">An <see cref="int" />: <see cref="ConstantOperand" /> or <see cref="ParameterOperand" />.</param>
internal sealed record SkipOperator(DynamoOperand Count) : ClientOperator
{
    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitSkip(this);

    /// <inheritdoc />
    public override string ToString()
        => $"skip {Count}";
}

/// <summary>Ends after so many rows.</summary>
/// <param name="Count">An <see cref="int" />: <see cref="ConstantOperand" /> or <see cref="ParameterOperand" />.</param>
internal sealed record TakeOperator(DynamoOperand Count) : ClientOperator
{
    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitTake(this);

    /// <inheritdoc />
    public override string ToString()
        => $"take {Count}";
}

/// <summary>Keeps the first row of each value.</summary>
/// <param name="RowKey">The value that makes rows equal, a LINQ expression over the row.</param>
internal sealed record DistinctOperator(Expression RowKey) : ClientOperator
{
    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        => [RowKey];

    /// <inheritdoc />
    public override ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => new DistinctOperator(map(RowKey));

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitDistinct(this);

    /// <inheritdoc />
    public override string ToString()
        => "distinct";
}

/// <summary>Makes rows that have nothing but slots.</summary>
/// <param name="Writes">What the slots get.</param>
internal sealed record ProjectOperator(ImmutableArray<SlotWrite> Writes) : ClientOperator
{
    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        => Writes.Select(write => write.Value);

    /// <inheritdoc />
    public override bool MakesRows
        => true;

    /// <inheritdoc />
    public override ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => new ProjectOperator([.. Writes.Select(write => write with { Value = map(write.Value) })]);

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitProject(this);

    /// <inheritdoc />
    public override string ToString()
        => "project "
            + string.Join(", ", Writes.Select(write => write.Mapping is null ? write.Source?.ToString() ?? "item" : LookupNames.Describe(write.Value)));
}

/// <summary>
///     Makes one row of all rows with the same key, in the order of their first ones: the key's values, what is computed of the rows, and their list.
/// </summary>
/// <param name="RowKey">The value that makes rows one group, never null: a tuple.</param>
/// <param name="KeyWrites">The slots for the key, read from the first row.</param>
/// <param name="Elements">The slot for the list of the rows; null where nothing reads it.</param>
/// <param name="ElementReads">What is read of the rows in the list.</param>
internal sealed record GroupOperator(
    Expression RowKey, ImmutableArray<SlotWrite> KeyWrites, RowSlot? Elements, ImmutableArray<Expression> ElementReads) : ClientOperator
{
    /// <summary>What is computed of the rows while they come.</summary>
    public ImmutableArray<GroupAggregate> Aggregates { get; init; } = [];

    /// <summary>Whether rows of one group come together, so that a group is complete when the next begins.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>What the key is read by.</summary>
    public IEnumerable<Expression> KeyExpressions
        => KeyWrites.Select(write => write.Value).Prepend(RowKey);

    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        =>
        [
            .. KeyExpressions,
            .. ElementReads,
            .. Aggregates.SelectMany(a => new[] { a.Condition, a.Aggregate.RowSelector }).OfType<Expression>(),
        ];

    /// <inheritdoc />
    public override bool MultipliesRows
        => true; // a row behind it is no item

    /// <inheritdoc />
    public override bool MakesRows
        => true;

    /// <inheritdoc />
    public override ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => this with
        {
            RowKey = map(RowKey),
            KeyWrites = [.. KeyWrites.Select(write => write with { Value = map(write.Value) })],
            ElementReads = [.. ElementReads.Select(map)],
            Aggregates = [.. Aggregates.Select(aggregate => Map(aggregate, map))],
        };

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitGroup(this);

    /// <inheritdoc />
    public override string ToString()
        => "group by " + string.Join(", ", KeyWrites.Select(write => LookupNames.Describe(write.Value))) + (IsStreaming ? " (streaming)" : "")
            + string.Concat(Aggregates.Select(aggregate => $", {aggregate}")) + (Elements is null ? "" : ", rows");

    private static GroupAggregate Map(GroupAggregate aggregate, Func<Expression, Expression> map)
        => aggregate with
        {
            Condition = aggregate.Condition is null ? null : map(aggregate.Condition),
            Aggregate = aggregate.Aggregate.RowSelector is { } selector ? aggregate.Aggregate with { RowSelector = map(selector) } : aggregate.Aggregate,
        };
}

/// <summary>Puts each row into a slot; where there is none, there is one row with an empty slot.</summary>
internal sealed record DefaultIfEmptyOperator(RowSlot Slot) : ClientOperator
{
    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        => [RowExpression.Root];

    /// <inheritdoc />
    public override bool MakesRows
        => true;

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitDefaultIfEmpty(this);

    /// <inheritdoc />
    public override string ToString()
        => "default if empty";
}

/// <summary>Makes a row of each element of a collection in a row, the element in a slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Elements">A row expression: the items of a list (<see cref="ElementSequence.Items" />), or an attribute that is a list or set of
/// values.</param>
/// <param name="IsLeft">Whether a row without elements stays, its slot empty.</param>
internal sealed record UnnestOperator(RowSlot Slot, Expression Elements, bool IsLeft) : ClientOperator
{
    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        => [Elements];

    /// <inheritdoc />
    public override bool KeepsConditions
        => true;

    /// <inheritdoc />
    public override bool MultipliesRows
        => true;

    /// <inheritdoc />
    public override ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => this with { Elements = map(Elements) };

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitUnnest(this);

    /// <inheritdoc />
    public override string ToString()
        => (IsLeft ? "left " : "") + "elements of " + (Elements is AttributeReadExpression or ElementItemsExpression ? Elements.ToString() : "a collection");
}

/// <summary>Reads the items of another query by keys that the rows so far have, in windows: one round of requests for many rows, never one a row.</summary>
/// <param name="Slot">The attribute under which the joined row has what was found: a map for one item, a list of maps for a collection.</param>
/// <param name="Kind">What a row becomes of what was found for it.</param>
/// <param name="Inner">What is read, whatever the values are.</param>
/// <param name="KeyConditions">
///     Compare what is read with the parameters of <paramref name="Keys" />; none where the keys are those of the rows behind all steps of the inner query,
///     which is read once then.
/// </param>
/// <param name="Keys">The values by which items are looked up; a row where one of them is null finds nothing. Without any, each row finds all.</param>
internal sealed record LookupOperator(
    RowSlot Slot, LookupKind Kind, DynamoQueryExpression Inner, ImmutableArray<QueryConjunct> KeyConditions, ImmutableArray<LookupKey> Keys)
    : ClientOperator
{
    /// <summary>How many rows at most wait for one round of requests.</summary>
    public const int MaxWindow = 256;

    /// <summary>Whether the keys are the whole key of what is looked up.</summary>
    public bool FindsAtMostOne { get; init; }

    /// <summary>
    ///     Values of the row that <see cref="Inner" /> uses otherwise than as keys: they travel with the items that are found for it, as slots of their rows.
    /// </summary>
    public ImmutableArray<SlotWrite> Carried { get; init; } = [];

    /// <summary>Whether the inner query means the same for all rows together as for each, so that its steps may run once.</summary>
    public bool IsOneForAll
        => Carried.IsEmpty && (KeyConditions.IsEmpty || Inner.CanTakeConjuncts);

    /// <inheritdoc />
    public override IEnumerable<Expression> RowExpressions
        => [.. Keys.Select(key => key.OuterKey), .. Carried.Select(write => write.Value)];

    /// <inheritdoc />
    public override DynamoQueryExpression OtherSource
        => Inner;

    /// <inheritdoc />
    public override bool KeepsConditions
        => true;

    /// <inheritdoc />
    public override bool MultipliesRows
        => Kind is (LookupKind.Inner or LookupKind.Left) && !FindsAtMostOne;

    /// <inheritdoc />
    public override bool KeepsRows
        => Kind != LookupKind.Inner && !MultipliesRows; // an inner lookup leaves rows out that find nothing

    /// <inheritdoc />
    public override ClientOperator MapRowExpressions(Func<Expression, Expression> map)
        => this with
        {
            Keys = [.. Keys.Select(key => key with { OuterKey = map(key.OuterKey) })],
            Carried = [.. Carried.Select(write => write with { Value = map(write.Value) })],
        };

    /// <inheritdoc />
    public override ClientOperator MapOtherSource(Func<DynamoQueryExpression, DynamoQueryExpression> map)
        => this with { Inner = map(Inner) };

    /// <inheritdoc />
    public override T Accept<T>(ClientOperatorVisitor<T> visitor)
        => visitor.VisitLookup(this);

    /// <inheritdoc />
    public override string ToString()
        => $"{Kind.ToString().ToLowerInvariant()} lookup of {Inner.EntityType.ShortName()}"
            + (Keys.IsEmpty ? "" : " by " + string.Join(", ", Keys.Select(k => LookupNames.Describe(k.OuterKey))));
}

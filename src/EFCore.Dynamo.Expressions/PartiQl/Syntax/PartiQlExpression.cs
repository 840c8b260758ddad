namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>An expression of a PartiQL statement: a value, an attribute, or a condition. Compares by what it says, wherever it stands.</summary>
internal abstract record PartiQlExpression
{
    private protected PartiQlExpression()
    {
    }

    /// <summary>The token that made it: a function's name, an operator, a bracket that opens, a value. All zero in a tree that was not parsed.</summary>
    public PartiQlPosition Position { get; init; }

    /// <summary>Whether the other one is of the same kind; what it says is compared by its own type.</summary>
    public virtual bool Equals(PartiQlExpression? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();
}

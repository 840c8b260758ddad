using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>What an UPDATE does with one path. Compares by value.</summary>
/// <remarks>A closed union, as <see cref="ConditionNode" /> is.</remarks>
internal abstract record PartiQlUpdateAction
{
    private PartiQlUpdateAction(AttributePath path)
        => Path = path;

    /// <summary>What one consumer makes of each case.</summary>
    /// <typeparam name="TResult">What it makes.</typeparam>
    public interface IVisitor<out TResult>
    {
        /// <summary>An assignment.</summary>
        TResult Visit(Set set);

        /// <summary>A removal.</summary>
        TResult Visit(Remove remove);
    }

    /// <summary>The path that is changed.</summary>
    public AttributePath Path { get; init; }

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TResult>(IVisitor<TResult> visitor);

    /// <summary><c>SET path = value</c>.</summary>
    public sealed record Set(AttributePath Path, PartiQlExpression Value) : PartiQlUpdateAction(Path)
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>REMOVE path</c>.</summary>
    public sealed record Remove(AttributePath Path) : PartiQlUpdateAction(Path)
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }
}

using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>The syntax tree of a whole statement. Compares by value.</summary>
/// <remarks>A closed union, as <see cref="ConditionNode" /> is.</remarks>
internal abstract record PartiQlNode
{
    private PartiQlNode(PartiQlSource source)
        => Source = source;

    /// <summary>What one consumer makes of each case.</summary>
    /// <typeparam name="TResult">What it makes.</typeparam>
    public interface IVisitor<out TResult>
    {
        /// <summary>A SELECT.</summary>
        TResult Visit(Select select);

        /// <summary>An EXISTS.</summary>
        TResult Visit(Exists exists);

        /// <summary>An INSERT.</summary>
        TResult Visit(Insert insert);

        /// <summary>An UPDATE.</summary>
        TResult Visit(Update update);

        /// <summary>A DELETE.</summary>
        TResult Visit(Delete delete);
    }

    /// <summary>The table, or table and index.</summary>
    public PartiQlSource Source { get; init; }

    /// <summary>Whether it belongs with the statements that read: only a SELECT does. EXISTS is the condition of a write transaction.</summary>
    public abstract bool IsRead { get; }

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TResult>(IVisitor<TResult> visitor);

    /// <summary><c>SELECT list FROM source WHERE condition ORDER BY terms</c>.</summary>
    /// <param name="Source">The table or index.</param>
    /// <param name="Projection">What is selected: paths, in a statement that the service takes; null for <c>*</c>.</param>
    /// <param name="Where">The condition, or null.</param>
    /// <param name="OrderBy">The terms; empty without the clause.</param>
    public sealed record Select(PartiQlSource Source, SyntaxList<PartiQlExpression>? Projection, PartiQlExpression? Where, SyntaxList<PartiQlOrdering> OrderBy)
        : PartiQlNode(Source)
    {
        /// <inheritdoc />
        public override bool IsRead => true;

        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>EXISTS(SELECT …)</c>: a transaction's check of one item.</summary>
    /// <param name="Query">The SELECT in the parentheses.</param>
    public sealed record Exists(Select Query) : PartiQlNode(Query.Source)
    {
        /// <inheritdoc />
        public override bool IsRead => false;

        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>INSERT INTO table VALUE item</c>.</summary>
    public sealed record Insert(PartiQlSource Source, PartiQlExpression Value) : PartiQlNode(Source)
    {
        /// <inheritdoc />
        public override bool IsRead => false;

        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>UPDATE table SET path = value REMOVE path WHERE condition RETURNING clause</c>.</summary>
    /// <param name="Source">The table.</param>
    /// <param name="Actions">What it sets and removes, in the order of the text.</param>
    /// <param name="Where">The condition, or null.</param>
    /// <param name="Returning">The clause.</param>
    public sealed record Update(
        PartiQlSource Source, SyntaxList<PartiQlUpdateAction> Actions, PartiQlExpression? Where, PartiQlReturning Returning) : PartiQlNode(Source)
    {
        /// <inheritdoc />
        public override bool IsRead => false;

        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>DELETE FROM table WHERE condition RETURNING clause</c>.</summary>
    public sealed record Delete(PartiQlSource Source, PartiQlExpression? Where, PartiQlReturning Returning) : PartiQlNode(Source)
    {
        /// <inheritdoc />
        public override bool IsRead => false;

        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }
}

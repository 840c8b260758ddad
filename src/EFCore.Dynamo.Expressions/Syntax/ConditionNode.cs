namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>A condition: what a condition, filter or key condition expression is made of. Compares by value.</summary>
/// <remarks>
///     A closed union: every consumer is an <see cref="IVisitor{TResult}" />, so that a new case does not compile before all of them say what they do with it.
/// </remarks>
internal abstract record ConditionNode
{
    private ConditionNode()
    {
    }

    /// <summary>What one consumer makes of each case.</summary>
    /// <typeparam name="TResult">What it makes.</typeparam>
    public interface IVisitor<out TResult>
    {
        /// <summary>All of several conditions.</summary>
        TResult Visit(And and);

        /// <summary>Any of several conditions.</summary>
        TResult Visit(Or or);

        /// <summary>A negation.</summary>
        TResult Visit(Not not);

        /// <summary>A comparison.</summary>
        TResult Visit(Comparison comparison);

        /// <summary>A range.</summary>
        TResult Visit(Between between);

        /// <summary>A choice of values.</summary>
        TResult Visit(In choice);

        /// <summary>A function.</summary>
        TResult Visit(Call call);
    }

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TResult>(IVisitor<TResult> visitor);

    /// <summary>All of two or more conditions.</summary>
    public sealed record And(SyntaxList<ConditionNode> Conditions) : ConditionNode
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>Any of two or more conditions.</summary>
    public sealed record Or(SyntaxList<ConditionNode> Conditions) : ConditionNode
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>The negation of a condition.</summary>
    public sealed record Not(ConditionNode Condition) : ConditionNode
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>A comparison of two operands.</summary>
    public sealed record Comparison(Operand Left, ComparisonKind Operator, Operand Right) : ConditionNode
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>operand BETWEEN lower AND upper</c>, both bounds included.</summary>
    public sealed record Between(Operand Operand, Operand Lower, Operand Upper) : ConditionNode
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>operand IN (candidate, …)</c> with 1 to 100 candidates.</summary>
    public sealed record In(Operand Operand, SyntaxList<Operand> Candidates) : ConditionNode
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>A function that is true or false, such as <c>begins_with(path, :prefix)</c>.</summary>
    public sealed record Call(ExpressionFunction Function, SyntaxList<Operand> Arguments) : ConditionNode
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }
}

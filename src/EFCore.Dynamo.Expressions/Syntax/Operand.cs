namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>What stands on a side of an operator or as an argument of a function. Compares by value.</summary>
/// <remarks>A closed union, as <see cref="ConditionNode" /> is.</remarks>
internal abstract record Operand
{
    private Operand()
    {
    }

    /// <summary>What one consumer makes of each case.</summary>
    /// <typeparam name="TResult">What it makes.</typeparam>
    public interface IVisitor<out TResult>
    {
        /// <summary>An attribute or what is inside of one.</summary>
        TResult Visit(Attribute attribute);

        /// <summary>A value of the request.</summary>
        TResult Visit(Value value);

        /// <summary>A function.</summary>
        TResult Visit(Call call);

        /// <summary>A sum or a difference.</summary>
        TResult Visit(Arithmetic arithmetic);
    }

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TResult>(IVisitor<TResult> visitor);

    /// <summary>The value at a document path of the item.</summary>
    public sealed record Attribute(AttributePath Path) : Operand
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>A value of <c>ExpressionAttributeValues</c>.</summary>
    /// <param name="Placeholder">The placeholder with its <c>:</c>.</param>
    public sealed record Value(string Placeholder) : Operand
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>A function that yields a value: <c>size</c> in conditions, <c>if_not_exists</c> and <c>list_append</c> in updates.</summary>
    public sealed record Call(ExpressionFunction Function, SyntaxList<Operand> Arguments) : Operand
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>The sum or difference of two numbers, as the whole right-hand side of a <c>SET</c> action.</summary>
    /// <param name="Left">The first term.</param>
    /// <param name="IsSubtraction">True for <c>-</c>, false for <c>+</c>.</param>
    /// <param name="Right">The second term.</param>
    public sealed record Arithmetic(Operand Left, bool IsSubtraction, Operand Right) : Operand
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }
}

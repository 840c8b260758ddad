using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>
///     An expression of a PartiQL statement: a value, an attribute, or a condition. Two expressions are equal wherever they stand in their texts.
/// </summary>
/// <remarks>A closed union, as <see cref="ConditionNode" /> is.</remarks>
internal abstract record PartiQlExpression
{
    private PartiQlExpression()
    {
    }

    /// <summary>What one consumer makes of each case.</summary>
    /// <typeparam name="TResult">What it makes.</typeparam>
    public interface IVisitor<out TResult>
    {
        /// <summary>A value in the text.</summary>
        TResult Visit(Literal literal);

        /// <summary>A number that no attribute can hold.</summary>
        TResult Visit(UnstorableNumber number);

        /// <summary>A value of the request.</summary>
        TResult Visit(Parameter parameter);

        /// <summary><c>MISSING</c>.</summary>
        TResult Visit(Missing missing);

        /// <summary>An attribute or what is inside of one.</summary>
        TResult Visit(Attribute attribute);

        /// <summary>A list.</summary>
        TResult Visit(List list);

        /// <summary>A set.</summary>
        TResult Visit(Bag bag);

        /// <summary>A map.</summary>
        TResult Visit(Tuple tuple);

        /// <summary>A function.</summary>
        TResult Visit(Call call);

        /// <summary>A comparison, a sum or a difference.</summary>
        TResult Visit(Binary binary);

        /// <summary>Conditions that are joined.</summary>
        TResult Visit(Logical logical);

        /// <summary>A negation.</summary>
        TResult Visit(Not not);

        /// <summary>A choice of values.</summary>
        TResult Visit(In choice);

        /// <summary>A range.</summary>
        TResult Visit(Between between);

        /// <summary>A test of a type.</summary>
        TResult Visit(TypeTest test);
    }

    /// <summary>The token that made it: a function's name, an operator, a bracket that opens, a value. All zero in a tree that was not parsed.</summary>
    public PartiQlPosition Position { get; init; }

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TResult>(IVisitor<TResult> visitor);

    /// <summary>Whether the other one is of the same case; the cases compare their own members. The position is not compared.</summary>
    public virtual bool Equals(PartiQlExpression? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>A string, number, boolean or NULL that stands in the text.</summary>
    /// <param name="Value">Of type S, N, BOOL or NULL.</param>
    public sealed record Literal(AttributeValue Value) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>A number in the text that no attribute can hold: too large, too small, or of too many digits.</summary>
    /// <param name="Text">The number with its sign.</param>
    /// <param name="Problem">The service's text about it.</param>
    /// <remarks>A statement that has one is well formed; the error comes where the value is made, and says where in the value the number stands.</remarks>
    public sealed record UnstorableNumber(string Text, string Problem) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>?</c>: a value of the request's <c>Parameters</c>.</summary>
    /// <param name="Ordinal">Which of them, from 0, in the order of the text.</param>
    public sealed record Parameter(int Ordinal) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>MISSING</c> as an operand of <c>=</c> or <c>&lt;&gt;</c>.</summary>
    public sealed record Missing : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>An attribute, or what a document path leads to in one.</summary>
    /// <param name="Path">Its names are literal: PartiQL has no name placeholders, a name may begin with <c>#</c>.</param>
    public sealed record Attribute(AttributePath Path) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>[…]</c>: a list; behind <c>IN</c> also its candidates, which may stand in parentheses.</summary>
    public sealed record List(SyntaxList<PartiQlExpression> Elements) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>&lt;&lt;…&gt;&gt;</c>: a set of strings, numbers or binaries.</summary>
    public sealed record Bag(SyntaxList<PartiQlExpression> Elements) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>{'name': value, …}</c>: a map, or the item that an INSERT puts.</summary>
    public sealed record Tuple(SyntaxList<PartiQlMember> Members) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>A call of a function.</summary>
    /// <param name="Function">Its name in lower case: upper and lower case count as equal.</param>
    /// <param name="Arguments">The arguments.</param>
    public sealed record Call(string Function, SyntaxList<PartiQlExpression> Arguments) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>A comparison, a sum or a difference.</summary>
    public sealed record Binary(PartiQlOperator Operator, PartiQlExpression Left, PartiQlExpression Right) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary>Two or more conditions joined by <c>AND</c> or by <c>OR</c>.</summary>
    /// <param name="IsOr">True for <c>OR</c>.</param>
    /// <param name="Operands">The conditions. One that is joined by the same word stood in parentheses.</param>
    public sealed record Logical(bool IsOr, SyntaxList<PartiQlExpression> Operands) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>NOT condition</c>; also <c>NOT IN</c>, <c>NOT BETWEEN</c> and <c>IS NOT</c>.</summary>
    public sealed record Not(PartiQlExpression Operand) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>operand IN candidates</c>.</summary>
    /// <param name="Operand">What is looked for.</param>
    /// <param name="Candidates">A list, a set, or a parameter that is one.</param>
    public sealed record In(PartiQlExpression Operand, PartiQlExpression Candidates) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>operand BETWEEN lower AND upper</c>, both bounds included.</summary>
    public sealed record Between(PartiQlExpression Operand, PartiQlExpression Lower, PartiQlExpression Upper) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    /// <summary><c>operand IS type</c>.</summary>
    /// <param name="Operand">The attribute.</param>
    /// <param name="Type">A PartiQL type in lower case, such as <c>missing</c>, <c>null</c>, <c>string</c>.</param>
    public sealed record TypeTest(PartiQlExpression Operand, string Type) : PartiQlExpression
    {
        /// <inheritdoc />
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }
}

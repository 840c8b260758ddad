using System.Linq.Expressions;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>How a condition writes a value.</summary>
internal abstract class ValueForm
{
    public static readonly ValueForm Inline = new InlineForm();
    public static readonly ValueForm Variable = new VariableForm();

    public abstract Expression Write(object? value, Type type);

    /// <summary>Values in a new array, or a variable that holds it.</summary>
    public abstract Expression WriteArray(Array values);

    private sealed class InlineForm : ValueForm
    {
        public override Expression Write(object? value, Type type) => Expression.Constant(value, type);

        public override Expression WriteArray(Array values)
        {
            var type = values.GetType().GetElementType()!;
            return Expression.NewArrayInit(type, values.Cast<object?>().Select(v => Expression.Constant(v, type)));
        }

        public override string ToString() => "inline";
    }

    private sealed class VariableForm : ValueForm
    {
        public override Expression Write(object? value, Type type)
        {
            var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), value)!;
            return Expression.Field(Expression.Constant(holder), nameof(Holder<int>.Value));
        }

        public override Expression WriteArray(Array values) => Write(values, values.GetType());

        public override string ToString() => "variable";
    }

    // A class of its own, as the compiler makes one for the variables of a lambda.
    private sealed class Holder<T>(T? value)
    {
        public T? Value = value;
    }
}

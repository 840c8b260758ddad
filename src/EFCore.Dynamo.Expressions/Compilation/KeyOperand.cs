using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Compilation;

/// <summary>What a key condition needs to know of an operand.</summary>
/// <param name="Path">The path, of an attribute.</param>
/// <param name="Placeholder">The placeholder, of a value.</param>
internal readonly record struct KeyOperand(AttributePath? Path, string? Placeholder)
{
    private static readonly Reader Instance = new();

    /// <summary>Whether it is neither an attribute nor a value: something that is computed from them.</summary>
    public bool IsComputed => Path is null && Placeholder is null;

    public static KeyOperand Of(Operand operand) => operand.Accept(Instance);

    private sealed class Reader : Operand.IVisitor<KeyOperand>
    {
        public KeyOperand Visit(Operand.Attribute attribute) => new(attribute.Path, null);

        public KeyOperand Visit(Operand.Value value) => new(null, value.Placeholder);

        public KeyOperand Visit(Operand.Call call) => default;

        public KeyOperand Visit(Operand.Arithmetic arithmetic) => default;
    }
}

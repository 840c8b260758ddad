using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>What the attribute types have in common for operators and functions.</summary>
internal static class AttributeTypeKinds
{
    /// <summary>Whether <c>&lt;</c>, <c>BETWEEN</c> and the like take the type.</summary>
    public static bool IsOrdered(this AttributeType type) => type is AttributeType.String or AttributeType.Number or AttributeType.Binary;

    public static bool IsSet(this AttributeType type) => type is AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet;
}

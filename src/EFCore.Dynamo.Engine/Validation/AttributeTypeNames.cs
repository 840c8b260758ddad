using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The wire names of attribute types, as error texts use them.</summary>
internal static class AttributeTypeNames
{
    public static string Of(AttributeType type) => type switch
    {
        AttributeType.Null => "NULL",
        AttributeType.Boolean => "BOOL",
        AttributeType.Number => "N",
        AttributeType.String => "S",
        AttributeType.Binary => "B",
        AttributeType.NumberSet => "NS",
        AttributeType.StringSet => "SS",
        AttributeType.BinarySet => "BS",
        AttributeType.List => "L",
        AttributeType.Map => "M",
        _ => throw new System.Diagnostics.UnreachableException($"Unknown attribute type {type}."),
    };
}

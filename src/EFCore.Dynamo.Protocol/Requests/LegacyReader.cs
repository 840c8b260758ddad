using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Requests;

/// <summary>Reads the structures of the legacy parameters.</summary>
/// <remarks>
///     An element that is null stays null in spite of the type: the validator reports it with the request's other violations.
///     Value errors are kept under the parameter: the validator asks once for all its elements.
/// </remarks>
internal static class LegacyReader
{
    /// <summary><c>KeyConditions</c>, <c>QueryFilter</c> or <c>ScanFilter</c>.</summary>
    /// <param name="reader">At the member.</param>
    /// <param name="path">The member's path in the service's constraint texts, such as <c>scanFilter</c>.</param>
    public static Dictionary<string, Condition>? ReadConditions(ref RequestReader reader, string path)
    {
        if (!reader.BeginMap(TypeErrors.ModelPackage + "Condition"))
        {
            return null;
        }

        var conditions = new Dictionary<string, Condition>(StringComparer.Ordinal);
        while (reader.ReadMember())
        {
            var attribute = reader.ReadName();
            conditions[attribute] = ReadCondition(ref reader, path, attribute)!; // see above
        }

        return conditions;
    }

    /// <summary><c>Expected</c>.</summary>
    public static Dictionary<string, ExpectedAttributeValue>? ReadExpected(ref RequestReader reader)
    {
        if (!reader.BeginMap(TypeErrors.ModelPackage + "ExpectedAttributeValue"))
        {
            return null;
        }

        var expected = new Dictionary<string, ExpectedAttributeValue>(StringComparer.Ordinal);
        while (reader.ReadMember())
        {
            var attribute = reader.ReadName();
            expected[attribute] = ReadExpectedValue(ref reader, attribute)!; // see above
        }

        return expected;
    }

    /// <summary><c>AttributeUpdates</c>.</summary>
    public static Dictionary<string, AttributeValueUpdate>? ReadAttributeUpdates(ref RequestReader reader)
    {
        if (!reader.BeginMap(TypeErrors.ModelPackage + "AttributeValueUpdate"))
        {
            return null;
        }

        var updates = new Dictionary<string, AttributeValueUpdate>(StringComparer.Ordinal);
        while (reader.ReadMember())
        {
            var attribute = reader.ReadName();
            updates[attribute] = ReadUpdate(ref reader, attribute)!; // see above
        }

        return updates;
    }

    private static Condition? ReadCondition(ref RequestReader reader, string path, string attribute)
    {
        if (!reader.BeginStructure("Condition", isElement: true))
        {
            return null;
        }

        ComparisonOperator? comparison = null;
        List<AttributeValue>? values = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ComparisonOperator"u8))
            {
                comparison = ReadComparisonOperator(ref reader, path, attribute);
            }
            else if (reader.IsMember("AttributeValueList"u8))
            {
                values = reader.ReadAttributeValues(path);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Condition { ComparisonOperator = comparison, AttributeValueList = values };
    }

    private static ExpectedAttributeValue? ReadExpectedValue(ref RequestReader reader, string attribute)
    {
        if (!reader.BeginStructure("ExpectedAttributeValue", isElement: true))
        {
            return null;
        }

        var expected = new ExpectedAttributeValue();
        while (reader.ReadMember())
        {
            if (reader.IsMember("Value"u8))
            {
                expected = expected with { Value = reader.ReadAttributeValue("expected") };
            }
            else if (reader.IsMember("Exists"u8))
            {
                expected = expected with { Exists = reader.ReadBoolean() };
            }
            else if (reader.IsMember("ComparisonOperator"u8))
            {
                expected = expected with { ComparisonOperator = ReadComparisonOperator(ref reader, "expected", attribute) };
            }
            else if (reader.IsMember("AttributeValueList"u8))
            {
                expected = expected with { AttributeValueList = reader.ReadAttributeValues("expected") };
            }
            else
            {
                reader.Skip();
            }
        }

        return expected;
    }

    private static AttributeValueUpdate? ReadUpdate(ref RequestReader reader, string attribute)
    {
        if (!reader.BeginStructure("AttributeValueUpdate", isElement: true))
        {
            return null;
        }

        AttributeValue? value = null;
        AttributeAction? action = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("Value"u8))
            {
                value = reader.ReadAttributeValue("attributeUpdates");
            }
            else if (reader.IsMember("Action"u8))
            {
                action = reader.ReadEnum(WireEnums.AttributeAction, $"attributeUpdates.{attribute}.member.action");
            }
            else
            {
                reader.Skip();
            }
        }

        return new AttributeValueUpdate { Value = value, Action = action };
    }

    private static ComparisonOperator? ReadComparisonOperator(ref RequestReader reader, string path, string attribute)
        => reader.ReadEnum(WireEnums.ComparisonOperator, $"{path}.{attribute}.member.comparisonOperator", unknown: ComparisonOperator.Equal);
}

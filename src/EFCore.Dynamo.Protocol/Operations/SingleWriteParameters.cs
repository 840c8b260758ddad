using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>The members that PutItem, UpdateItem and DeleteItem have in common, besides those of <see cref="WriteParameters" />.</summary>
internal struct SingleWriteParameters
{
    public WriteParameters Write;
    public Dictionary<string, ExpectedAttributeValue>? Expected;
    public ConditionalOperator? ConditionalOperator;
    public ReturnValues ReturnValues;
    public ReturnConsumedCapacity ReturnConsumedCapacity;
    public ReturnItemCollectionMetrics ReturnItemCollectionMetrics;

    /// <summary>Takes the member at which the reader stands, if it is one of these.</summary>
    public bool TryRead(ref RequestReader reader)
    {
        if (Write.TryRead(ref reader))
        {
            return true;
        }

        if (reader.IsMember("ReturnValues"u8))
        {
            ReturnValues = reader.ReadEnum(WireEnums.ReturnValues, "returnValues") ?? default;
        }
        else if (reader.IsMember("ReturnConsumedCapacity"u8))
        {
            ReturnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
        }
        else if (reader.IsMember("ReturnItemCollectionMetrics"u8))
        {
            ReturnItemCollectionMetrics = reader.ReadEnum(WireEnums.ReturnItemCollectionMetrics, "returnItemCollectionMetrics") ?? default;
        }
        else if (reader.IsMember("Expected"u8))
        {
            Expected = LegacyReader.ReadExpected(ref reader);
        }
        else if (reader.IsMember("ConditionalOperator"u8))
        {
            ConditionalOperator = reader.ReadEnum(WireEnums.ConditionalOperator, "conditionalOperator");
        }
        else
        {
            return false;
        }

        return true;
    }
}

using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Protocol;

/// <summary>The members that PutItem, UpdateItem and DeleteItem have in common, besides those of <see cref="WriteParameters" />.</summary>
internal struct SingleWriteParameters
{
    public WriteParameters Write;
    public ReturnValues ReturnValues;
    public ReturnConsumedCapacity ReturnConsumedCapacity;
    public ReturnItemCollectionMetrics ReturnItemCollectionMetrics;

    /// <summary>Takes the member at which the reader stands, whatever it is.</summary>
    public void Read(ref RequestReader reader)
    {
        if (Write.TryRead(ref reader))
            return;
        if (reader.IsMember("ReturnValues"u8))
            ReturnValues = reader.ReadEnum(WireEnums.ReturnValues, "returnValues") ?? default;
        else if (reader.IsMember("ReturnConsumedCapacity"u8))
            ReturnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
        else if (reader.IsMember("ReturnItemCollectionMetrics"u8))
            ReturnItemCollectionMetrics = reader.ReadEnum(WireEnums.ReturnItemCollectionMetrics, "returnItemCollectionMetrics") ?? default;
        else if (reader.IsMember("Expected"u8))
            reader.Refuse("Expected");
        else if (reader.IsMember("ConditionalOperator"u8))
            reader.Refuse("ConditionalOperator");
        else if (reader.IsMember("AttributeUpdates"u8))
            reader.Refuse("AttributeUpdates");
        else
            reader.Skip();
    }
}

using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>The members of a PartiQL statement, alone or in a batch or transaction.</summary>
internal struct StatementParameters
{
    public string? Statement;
    public IReadOnlyList<AttributeValue>? Parameters;
    public bool ConsistentRead;
    public ReturnValuesOnConditionCheckFailure ReturnValuesOnConditionCheckFailure;

    /// <summary>Takes the member at which the reader stands, if it is one of these.</summary>
    /// <param name="list">The list that the statement is in; empty in a request of its own.</param>
    /// <param name="position">Its place there, from 1; 0 in a request of its own.</param>
    public bool TryRead(ref RequestReader reader, string list = "", int position = 0)
    {
        if (reader.IsMember("Statement"u8))
        {
            Statement = reader.ReadString();
        }
        else if (reader.IsMember("Parameters"u8))
        {
            Parameters = reader.ReadParameters(new MemberPath(list, position, "parameters"));
        }
        else if (reader.IsMember("ConsistentRead"u8))
        {
            ConsistentRead = reader.ReadBoolean() ?? false;
        }
        else if (reader.IsMember("ReturnValuesOnConditionCheckFailure"u8))
        {
            ReturnValuesOnConditionCheckFailure = reader.ReadEnum(
                WireEnums.ReturnValuesOnConditionCheckFailure, new MemberPath(list, position, "returnValuesOnConditionCheckFailure")) ?? default;
        }
        else
        {
            return false;
        }

        return true;
    }
}

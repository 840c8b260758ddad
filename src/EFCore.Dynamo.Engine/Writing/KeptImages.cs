using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>What a request wants to have back of the item before its write.</summary>
internal readonly record struct KeptImages
{
    /// <summary>Whether the response returns it, as a whole or in part.</summary>
    public bool KeepsOldItem { get; init; }

    /// <summary>Whether the error of a failed condition returns it.</summary>
    public bool ReturnsItemOnFailure { get; init; }

    public static KeptImages Of(ReturnValues returnValues, ReturnValuesOnConditionCheckFailure onFailure) => Of(onFailure) with
    {
        KeepsOldItem = returnValues is ReturnValues.AllOld or ReturnValues.UpdatedOld,
    };

    public static KeptImages Of(ReturnValuesOnConditionCheckFailure onFailure)
        => new() { ReturnsItemOnFailure = onFailure == ReturnValuesOnConditionCheckFailure.AllOld };
}

namespace EFCore.Dynamo.Operations;

/// <summary>Whether a failed condition hands back the item it failed on.</summary>
public enum ReturnValuesOnConditionCheckFailure
{
    /// <summary>Nothing is returned.</summary>
    None,

    /// <summary>The item as it was when the condition was evaluated.</summary>
    AllOld,
}

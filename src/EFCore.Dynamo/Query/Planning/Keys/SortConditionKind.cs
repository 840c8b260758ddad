namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>The forms of a condition on a sort key, as the service has them.</summary>
internal enum SortConditionKind
{
    /// <summary>No condition: every item of the partition.</summary>
    None,

    Equal,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    Between,
    BeginsWith,

    /// <summary>No item can satisfy it; nothing is sent.</summary>
    Never,
}

namespace EFCore.Dynamo.Streams;

/// <summary>Which shards DescribeStream lists.</summary>
public enum ShardFilterType
{
    /// <summary><c>CHILD_SHARDS</c>: only the shards that continue the given one.</summary>
    ChildShards,
}

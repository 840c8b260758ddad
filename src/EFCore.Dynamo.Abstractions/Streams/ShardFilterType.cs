namespace EFCore.Dynamo.Streams;

/// <summary>Which shards DescribeStream lists.</summary>
public enum ShardFilterType
{
    /// <summary>The service's <c>CHILD_SHARDS</c>: the children of a given shard.</summary>
    ChildShards,
}

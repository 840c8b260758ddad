namespace EFCore.Dynamo.Engine.Capacity;

/// <summary>How a read is priced.</summary>
internal enum ReadMode
{
    /// <summary>Half a unit per 4 KB.</summary>
    Eventual,

    /// <summary>One unit per 4 KB.</summary>
    Strong,

    /// <summary>Two units per 4 KB.</summary>
    Transactional,
}

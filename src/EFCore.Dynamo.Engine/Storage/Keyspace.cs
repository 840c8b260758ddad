namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The first byte of every key: part of the format, never renumbered.</summary>
internal enum Keyspace : byte
{
    /// <summary>Format version and hash seed; written by the store itself.</summary>
    StoreHeader = 0x01,

    /// <summary>Table definitions, and counters of table and index ids.</summary>
    Catalog = 0x02,

    /// <summary>Items of tables.</summary>
    Item = 0x10,

    /// <summary>Entries of secondary indexes.</summary>
    IndexEntry = 0x11,

    /// <summary>ClientRequestTokens of transactions.</summary>
    IdempotencyToken = 0x20,

    /// <summary>Streams: their descriptions, shards and records.</summary>
    Stream = 0x30,

    /// <summary>The change log of point-in-time recovery.</summary>
    ChangeLog = 0x40,

    /// <summary>Changes of global secondary indexes that wait, where they lag on request.</summary>
    IndexQueue = 0x50,
}

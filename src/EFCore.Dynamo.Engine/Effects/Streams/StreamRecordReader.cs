using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>Reads the records of a stream's shards.</summary>
/// <param name="stream">The stream.</param>
/// <param name="region">In each record.</param>
/// <param name="now">What is older than a day is not seen, removed already or not.</param>
internal sealed class StreamRecordReader(StreamDocument stream, string region, DateTimeOffset now)
{
    public const int MaxRecords = 1000;
    public const int MaxSizeBytes = 1 << 20;

    private const string EventVersion = "1.1";
    private const string EventSource = "aws:dynamodb";

    private static readonly Identity Service = new("dynamodb.amazonaws.com", "Service");

    public uint StreamId => stream.Id;

    /// <summary>Whether a record behind the given number is gone, or too old to be read.</summary>
    public bool IsTrimmedAfter(TransactionView transaction, ShardDocument shard, ulong after)
    {
        if (shard.TrimmedThrough > after)
        {
            return true;
        }

        if (after == ulong.MaxValue)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[StreamKeys.MaxBytes];
        Span<byte> prefix = stackalloc byte[StreamKeys.MaxBytes];
        using var cursor = transaction.OpenCursor();
        return cursor.SeekAtLeast(StreamKeys.WriteRecord(start, stream.Id, shard.Ordinal, after + 1))
            && cursor.Key.StartsWith(StreamKeys.WriteRecords(prefix, stream.Id, shard.Ordinal))
            && StreamRetention.IsOver(StreamRecordEntry.Read(cursor.Value).Created, now);
    }

    /// <summary>A page of a shard's records, without those that are too old.</summary>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="after">The page begins behind this number; 0 with the oldest record.</param>
    /// <param name="limit">How many records at most; 1 MB also ends a page.</param>
    public StreamPage Read(TransactionView transaction, ShardDocument shard, ulong after, int limit)
    {
        var records = new List<Record>();
        if (after == ulong.MaxValue)
        {
            return new StreamPage(records, after, IsAtEnd: true);
        }

        var last = after;
        var sizeBytes = 0L;
        Span<byte> start = stackalloc byte[StreamKeys.MaxBytes];
        Span<byte> buffer = stackalloc byte[StreamKeys.MaxBytes];
        var prefix = StreamKeys.WriteRecords(buffer, stream.Id, shard.Ordinal);
        using var cursor = transaction.OpenCursor();
        for (var found = cursor.SeekAtLeast(StreamKeys.WriteRecord(start, stream.Id, shard.Ordinal, after + 1)); found
            && cursor.Key.StartsWith(prefix); found = cursor.MoveNext())
        {
            var entry = StreamRecordEntry.Read(cursor.Value);
            if (StreamRetention.IsOver(entry.Created, now))
            {
                continue;
            }

            sizeBytes += entry.SizeBytes;
            if (records.Count == limit || (records.Count > 0 && sizeBytes > MaxSizeBytes))
            {
                return new StreamPage(records, last, IsAtEnd: false);
            }

            last = StreamKeys.GetSequenceNumber(cursor.Key);
            records.Add(ToRecord(entry, last));
        }

        return new StreamPage(records, last, IsAtEnd: true);
    }

    private Record ToRecord(StreamRecordEntry entry, ulong sequenceNumber) => new()
    {
        EventId = GetEventId(sequenceNumber),
        EventName = entry.EventName,
        EventVersion = EventVersion,
        EventSource = EventSource,
        AwsRegion = region,
        UserIdentity = entry.IsServiceWrite ? Service : null,
        Dynamodb = new StreamRecord
        {
            ApproximateCreationDateTime = DateTimeOffset.FromUnixTimeSeconds(entry.Created.ToUnixTimeSeconds()),
            Keys = entry.GetKeys(),
            NewImage = entry.GetNewImage(),
            OldImage = entry.GetOldImage(),
            SequenceNumber = SequenceNumber.Format(sequenceNumber),
            SizeBytes = entry.SizeBytes,
            StreamViewType = stream.ViewType,
        },
    };

    /// <summary>32 hexadecimal digits, the same at each reading.</summary>
    private string GetEventId(ulong sequenceNumber)
    {
        Span<byte> bytes = stackalloc byte[16 + sizeof(uint) + sizeof(ulong)];
        stream.TableId.TryWriteBytes(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], stream.Id);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[20..], sequenceNumber);
        return XxHash128.HashToUInt128(bytes).ToString("x32", CultureInfo.InvariantCulture);
    }
}

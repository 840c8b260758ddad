using System.Globalization;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.CrashTest;

/// <summary>The table under test, and the items that belong to a version of a key.</summary>
internal static class CrashTable
{
    public const string Name = "crash";
    public const string StatusIndex = "by-status";
    public const string RankIndex = "by-rank";
    public const int ItemsPerTransaction = 5;

    public static CreateTableRequest CreateRequest()
        => new()
        {
            TableName = Name,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions =
            [
                new("PK", AttributeType.String),
                new("SK", AttributeType.String),
                new("Status", AttributeType.String),
                new("Version", AttributeType.Number),
                new("Rank", AttributeType.Number),
            ],
            KeySchema = [new("PK", KeyType.PartitionKey), new("SK", KeyType.SortKey)],
            GlobalSecondaryIndexes =
            [
                new(StatusIndex, [new("Status", KeyType.PartitionKey), new("Version", KeyType.SortKey)], new(ProjectionType.Include, ["Payload"])),
            ],
            StreamSpecification = new StreamSpecification(true, StreamViewType.NewAndOldImages),
            LocalSecondaryIndexes = [new(RankIndex, [new("PK", KeyType.PartitionKey), new("Rank", KeyType.SortKey)], new(ProjectionType.All))],
        };

    public static Item Key(string partition, int number)
        => Item.Create(("PK", AttributeValue.FromString(partition)), ("SK", AttributeValue.FromString(number.ToString("D3", CultureInfo.InvariantCulture))));

    /// <summary>The attributes beside the key follow from the version alone, so that a state can be checked without having been stored.</summary>
    public static (string Status, long Rank, string Payload) Attributes(long version)
        => ($"S{version % 5}", -version, new string((char)('a' + version % 26), 40 + (int)(version % 400)));

    public static Item FullItem(string partition, int number, long version)
    {
        var (status, rank, payload) = Attributes(version);
        return Item.Create(
            ("PK", AttributeValue.FromString(partition)),
            ("SK", AttributeValue.FromString(number.ToString("D3", CultureInfo.InvariantCulture))),
            ("Version", AttributeValue.FromNumber(version)),
            ("Status", AttributeValue.FromString(status)),
            ("Rank", AttributeValue.FromNumber(rank)),
            ("Payload", AttributeValue.FromString(payload)));
    }
}

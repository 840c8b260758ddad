using Amazon.DynamoDBv2.DataModel;

namespace AwsSdk;

/// <summary>A book, as the SDK's object persistence model maps it.</summary>
[DynamoDBTable("books")]
public sealed class Book
{
    [DynamoDBHashKey]
    [DynamoDBGlobalSecondaryIndexRangeKey("by-year", AttributeName = "Author")]
    public string Author { get; set; } = "";

    [DynamoDBRangeKey]
    public string Title { get; set; } = "";

    [DynamoDBGlobalSecondaryIndexHashKey("by-year")]
    public int Year { get; set; }

    public List<string> Subjects { get; set; } = [];

    public bool IsLent { get; set; }

    [DynamoDBVersion]
    public int? Version { get; set; }
}

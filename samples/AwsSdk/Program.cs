using Amazon.DynamoDBv2;
using AwsSdk;
using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Engine;

// The only line that knows where the data is. Everything behind it is written for the AWS SDK.
using IAmazonDynamoDB client = args is ["--aws"]
    ? new AmazonDynamoDBClient()
    : new EmbeddedAmazonDynamoDB(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = "bookshelf.dynamo" }));

await Bookshelf.RunAsync(client, Console.Out);

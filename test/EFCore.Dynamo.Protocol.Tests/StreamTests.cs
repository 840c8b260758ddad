using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Record = EFCore.Dynamo.Streams.Record;

namespace EFCore.Dynamo.Protocol.Tests;

/// <summary>The operations of streams, and StreamSpecification, on the wire.</summary>
public sealed class StreamTests
{
    [Fact]
    public void Records_are_written_with_their_own_spelling()
    {
        var record = new Record
        {
            EventId = "c4ca4238a0b923820dcc509a6f75849b",
            EventName = OperationType.Remove,
            EventVersion = "1.1",
            EventSource = "aws:dynamodb",
            AwsRegion = "us-east-1",
            UserIdentity = new Identity("dynamodb.amazonaws.com", "Service"),
            Dynamodb = new StreamRecord
            {
                ApproximateCreationDateTime = DateTimeOffset.FromUnixTimeSeconds(1_479_499_740),
                Keys = Item.Create(("Id", AttributeValue.FromNumber(101))),
                OldImage = Item.Create(("Id", AttributeValue.FromNumber(101)), ("M", AttributeValue.FromString("x"))),
                SequenceNumber = "100000000000000000007",
                SizeBytes = 38,
                StreamViewType = StreamViewType.NewAndOldImages,
            },
        };

        Wire.Write(
            writer => GetRecordsProtocol.Write(
                writer, new GetRecordsRequest(), new GetRecordsResponse { Records = [record], NextShardIterator = "next" })).ShouldBe(
            """
            {"NextShardIterator":"next","Records":[{"awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1479499740,"Keys":{"Id":{"N":"101"}},
            "OldImage":{"Id":{"N":"101"},"M":{"S":"x"}},"SequenceNumber":"100000000000000000007","SizeBytes":38,"StreamViewType":"NEW_AND_OLD_IMAGES"},
            "eventID":"c4ca4238a0b923820dcc509a6f75849b","eventName":"REMOVE","eventSource":"aws:dynamodb","eventVersion":"1.1",
            "userIdentity":{"PrincipalId":"dynamodb.amazonaws.com","Type":"Service"}}]}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public void A_page_without_records_has_an_empty_list()
        => Wire.Write(writer => GetRecordsProtocol.Write(writer, new GetRecordsRequest(), new GetRecordsResponse())).ShouldBe("""{"Records":[]}""");

    [Fact]
    public void A_stream_is_written_with_its_shards()
    {
        var stream = new StreamDescription
        {
            StreamArn = "arn",
            StreamLabel = "label",
            StreamStatus = StreamStatus.Disabled,
            StreamViewType = StreamViewType.KeysOnly,
            CreationRequestDateTime = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_125),
            TableName = "t",
            KeySchema = [new("a", KeyType.PartitionKey), new("b", KeyType.SortKey)],
            Shards = [new("s1", new SequenceNumberRange("1", "2")), new("s2", new SequenceNumberRange("3"), "s1")],
            LastEvaluatedShardId = "s2",
        };

        Wire.Write(writer => DescribeStreamProtocol.Write(writer, new DescribeStreamRequest(), new DescribeStreamResponse(stream))).ShouldBe(
            """
            {"StreamDescription":{"CreationRequestDateTime":1700000000.125,"KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],
            "LastEvaluatedShardId":"s2","Shards":[{"SequenceNumberRange":{"EndingSequenceNumber":"2","StartingSequenceNumber":"1"},"ShardId":"s1"},
            {"ParentShardId":"s1","SequenceNumberRange":{"StartingSequenceNumber":"3"},"ShardId":"s2"}],
            "StreamArn":"arn","StreamLabel":"label","StreamStatus":"DISABLED","StreamViewType":"KEYS_ONLY","TableName":"t"}}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public void Requests_are_read()
    {
        Wire.Parse<ListStreamsProtocol, ListStreamsRequest, ListStreamsResponse>("""{"TableName":"t","Limit":3,"ExclusiveStartStreamArn":"a"}""")
            .ShouldBe(new ListStreamsRequest { TableName = "t", Limit = 3, ExclusiveStartStreamArn = "a" });
        Wire.Parse<DescribeStreamProtocol, DescribeStreamRequest, DescribeStreamResponse>(
                """{"StreamArn":"a","Limit":3,"ExclusiveStartShardId":"s","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"p","Other":1}}""")
            .ShouldBe(new DescribeStreamRequest
            {
                StreamArn = "a",
                Limit = 3,
                ExclusiveStartShardId = "s",
                ShardFilter = new ShardFilter(ShardFilterType.ChildShards, "p"),
            });
        ParseIterator("""{"StreamArn":"a","ShardId":"s","ShardIteratorType":"AFTER_SEQUENCE_NUMBER","SequenceNumber":"1"}""")
            .ShouldBe(new GetShardIteratorRequest
            {
                StreamArn = "a",
                ShardId = "s",
                ShardIteratorType = ShardIteratorType.AfterSequenceNumber,
                SequenceNumber = "1",
            });
        Wire.Parse<GetRecordsProtocol, GetRecordsRequest, GetRecordsResponse>("""{"ShardIterator":"i","Limit":3}""").ShouldBe(new GetRecordsRequest
        {
            ShardIterator = "i",
            Limit = 3,
        });
    }

    [Fact]
    public void An_unknown_type_of_iterator_is_a_violation()
        => Should.Throw<DynamoValidationException>(() => ParseIterator("""{"ShardIteratorType":"AT_TIMESTAMP"}""")).Message.ShouldBe(
            "1 validation error detected: Value 'AT_TIMESTAMP' at 'shardIteratorType' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]");

    [Theory]
    [InlineData(
        """{"StreamViewType":"KEYS_ONLY"}""", "Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        """{"StreamEnabled":true,"StreamViewType":"ALL"}""",
        "Value 'ALL' at 'streamSpecification.streamViewType' failed to satisfy constraint: Member must satisfy enum value set: [OLD_IMAGE, "
            + "NEW_AND_OLD_IMAGES, KEYS_ONLY, NEW_IMAGE]")]
    public void A_specification_that_is_none_is_a_violation(string specification, string violation)
        => Should.Throw<DynamoValidationException>(
            () => Wire.Parse<CreateTableProtocol, CreateTableRequest, CreateTableResponse>($$"""{"StreamSpecification":{{specification}}}"""))
            .Message.ShouldBe("1 validation error detected: " + violation);

    [Fact]
    public void Errors_that_only_streams_have_come_from_their_name_space()
    {
        ErrorWriter.GetFullType(new TrimmedDataAccessException("x")).ShouldBe("com.amazonaws.dynamodb.streams.v20120810#TrimmedDataAccessException");
        ErrorWriter.GetFullType(new ExpiredIteratorException("x")).ShouldBe("com.amazonaws.dynamodb.streams.v20120810#ExpiredIteratorException");
        ErrorWriter.GetFullType(new ResourceNotFoundException("x")).ShouldBe("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException");
    }

    private static GetShardIteratorRequest ParseIterator(string json)
        => Wire.Parse<GetShardIteratorProtocol, GetShardIteratorRequest, GetShardIteratorResponse>(json);
}

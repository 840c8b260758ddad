using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Tests;

public sealed class RequestTests
{
    [Fact]
    public void PutItem_reads_all_its_members()
    {
        var request = Wire.ParsePut("""
            {"TableName":"t","Item":{"a":{"S":"x"}},"ConditionExpression":"#a = :a","ExpressionAttributeNames":{"#a":"a","#b":null},
             "ExpressionAttributeValues":{":a":{"N":"1"}},"ReturnValues":"ALL_OLD","ReturnConsumedCapacity":"INDEXES","ReturnItemCollectionMetrics":"SIZE",
             "ReturnValuesOnConditionCheckFailure":"ALL_OLD","Unknown":{"x":[1]}}
            """);

        request.TableName.ShouldBe("t");
        request.Item.ShouldBe(Item.Create(("a", AttributeValue.FromString("x"))));
        request.ConditionExpression.ShouldBe("#a = :a");
        request.ExpressionAttributeNames.ShouldNotBeNull().ShouldBe(new Dictionary<string, string> { ["#a"] = "a" });
        request.ExpressionAttributeValues.ShouldBe(Item.Create((":a", AttributeValue.FromNumber(1))));
        request.ReturnValues.ShouldBe(ReturnValues.AllOld);
        request.ReturnConsumedCapacity.ShouldBe(ReturnConsumedCapacity.Indexes);
        request.ReturnItemCollectionMetrics.ShouldBe(ReturnItemCollectionMetrics.Size);
        request.ReturnValuesOnConditionCheckFailure.ShouldBe(ReturnValuesOnConditionCheckFailure.AllOld);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"TableName":null,"Item":null,"ReturnValues":null,"ConditionExpression":null,"ExpressionAttributeNames":null,"ExpressionAttributeValues":null,"Expected":null}""")]
    public void Absent_and_null_members_are_the_same(string json) => Wire.ParsePut(json).ShouldBe(new PutItemRequest());

    [Theory]
    [InlineData("""{"ReturnValues":"\ud800"}""")]
    [InlineData("""{"TableName":"\udc00x"}""")]
    [InlineData("""{"ExpressionAttributeNames":{"\ud800":"a"}}""")]
    public void Half_a_surrogate_pair_is_a_serialization_error(string json)
        => Should.Throw<ProtocolException>(() => Wire.ParsePut(json)).ErrorCode.ShouldBe("SerializationException");

    [Fact]
    public void A_member_whose_name_is_no_text_is_one_that_the_model_does_not_know()
        => Wire.ParsePut("""{"\ud800":"x","T\u0061bleName":"t"}""").ShouldBe(new PutItemRequest { TableName = "t" });

    [Fact]
    public void CreateTable_reads_keys_indexes_and_billing()
    {
        var request = ParseCreate("""
            {"TableName":"t","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"N"}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],
             "LocalSecondaryIndexes":[{"IndexName":"l","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"Projection":{"ProjectionType":"KEYS_ONLY"}}],
             "GlobalSecondaryIndexes":[{"IndexName":"g","KeySchema":[],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]},
               "ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4}}],
             "StreamSpecification":{"StreamEnabled":false},"DeletionProtectionEnabled":false,"TableClass":"STANDARD","SSESpecification":{"Enabled":false}}
            """);

        request.BillingMode.ShouldBe(BillingMode.PayPerRequest);
        request.AttributeDefinitions.ShouldBe([new("a", AttributeType.String), new("b", AttributeType.Number)]);
        request.KeySchema.ShouldBe([new("a", KeyType.PartitionKey), new("b", KeyType.SortKey)]);
        request.LocalSecondaryIndexes.ShouldHaveSingleItem().Projection.ShouldBe(new Projection(ProjectionType.KeysOnly));
        var global = request.GlobalSecondaryIndexes.ShouldHaveSingleItem();
        global.Projection.NonKeyAttributes.ShouldBe(["x"]);
        global.ProvisionedThroughput.ShouldBe(new ProvisionedThroughput(3, 4));
    }

    [Fact]
    public void Create_table_is_read_with_all_its_settings()
    {
        var request = ParseCreate(
            """
            {"GlobalSecondaryIndexes":[{"IndexName":"g","OnDemandThroughput":{"MaxReadRequestUnits":1},"WarmThroughput":{"WriteUnitsPerSecond":2}}],
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"k"},
             "Tags":[{"Key":"a","Value":"b"}],"TableClass":"STANDARD_INFREQUENT_ACCESS","DeletionProtectionEnabled":true,
             "WarmThroughput":{"ReadUnitsPerSecond":3,"WriteUnitsPerSecond":4},"OnDemandThroughput":{"MaxReadRequestUnits":5,"MaxWriteRequestUnits":6},"ResourcePolicy":"{}"}
            """);

        var index = request.GlobalSecondaryIndexes.ShouldHaveSingleItem();
        index.OnDemandThroughput.ShouldBe(new OnDemandThroughput(MaxReadRequestUnits: 1));
        index.WarmThroughput.ShouldBe(new WarmThroughput(WriteUnitsPerSecond: 2));
        request.StreamSpecification.ShouldBe(new StreamSpecification(StreamEnabled: true, StreamViewType.NewImage));
        request.SseSpecification.ShouldBe(new SseSpecification(Enabled: true, SseType.Kms, "k"));
        request.Tags.ShouldBe([new Tag("a", "b")]);
        request.TableClass.ShouldBe(TableClass.StandardInfrequentAccess);
        request.DeletionProtectionEnabled.ShouldBe(true);
        request.WarmThroughput.ShouldBe(new WarmThroughput(3, 4));
        request.OnDemandThroughput.ShouldBe(new OnDemandThroughput(5, 6));
        request.ResourcePolicy.ShouldBe("{}");
    }

    [Fact]
    public void Update_table_is_read_as_it_is_written()
    {
        var request = ParseUpdate(
            """
            {"TableName":"t","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"N"}],"BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},
             "GlobalSecondaryIndexUpdates":[
               {"Create":{"IndexName":"c","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"KEYS_ONLY"},"ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4}}},
               {"Update":{"IndexName":"u","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6},"OnDemandThroughput":{"MaxReadRequestUnits":-1},"WarmThroughput":{"ReadUnitsPerSecond":7}}},
               {"Delete":{"IndexName":"d"}}],
             "StreamSpecification":{"StreamEnabled":false},"SSESpecification":{"Enabled":false},"TableClass":"STANDARD","DeletionProtectionEnabled":false,
             "OnDemandThroughput":{"MaxWriteRequestUnits":8},"WarmThroughput":{"WriteUnitsPerSecond":9}}
            """);

        request.TableName.ShouldBe("t");
        request.AttributeDefinitions.ShouldBe([new("g", AttributeType.Number)]);
        request.BillingMode.ShouldBe(BillingMode.Provisioned);
        request.ProvisionedThroughput.ShouldBe(new ProvisionedThroughput(1, 2));
        var updates = request.GlobalSecondaryIndexUpdates.ShouldNotBeNull();
        var create = updates[0].Create.ShouldNotBeNull();
        create.KeySchema.ShouldBe([new("g", KeyType.PartitionKey)]);
        create.Projection.ShouldBe(new Projection(ProjectionType.KeysOnly));
        create.ProvisionedThroughput.ShouldBe(new ProvisionedThroughput(3, 4));
        updates[1].Update.ShouldBe(new UpdateGlobalSecondaryIndexAction
        {
            IndexName = "u",
            ProvisionedThroughput = new(5, 6),
            OnDemandThroughput = new(MaxReadRequestUnits: -1),
            WarmThroughput = new(ReadUnitsPerSecond: 7),
        });
        updates[2].Delete.ShouldBe(new DeleteGlobalSecondaryIndexAction { IndexName = "d" });
        request.StreamSpecification.ShouldBe(new StreamSpecification(StreamEnabled: false));
        request.SseSpecification.ShouldBe(new SseSpecification(Enabled: false));
        request.TableClass.ShouldBe(TableClass.Standard);
        request.DeletionProtectionEnabled.ShouldBe(false);
        request.OnDemandThroughput.ShouldBe(new OnDemandThroughput(MaxWriteRequestUnits: 8));
        request.WarmThroughput.ShouldBe(new WarmThroughput(WriteUnitsPerSecond: 9));
    }

    [Theory]
    [InlineData("ReplicaUpdates")]
    [InlineData("MultiRegionConsistency")]
    [InlineData("GlobalTableWitnessUpdates")]
    [InlineData("GlobalTableSettingsReplicationMode")]
    [InlineData("VectorIndexUpdates")]
    public void What_belongs_to_later_work_is_refused_by_name(string name)
        => Should.Throw<DynamoValidationException>(() => ParseUpdate($$"""{"{{name}}":[]}""")).Message.ShouldBe(
            $"The parameter {name} is not supported by this server yet");

    [Theory]
    [InlineData(
        """{"KeySchema":[{"AttributeName":"a","KeyType":"HASHES"}]}""",
        "1 validation error detected: Value 'HASHES' at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must satisfy enum value set: "
            + "[HASH, RANGE]")]
    [InlineData(
        """{"KeySchema":[{"AttributeName":"a"}]}""",
        "1 validation error detected: Value null at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        """{"AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeType":"SS"}]}""",
        "2 validation errors detected: Value 'SS' at 'attributeDefinitions.2.member.attributeType' failed to satisfy constraint: Member must satisfy enum "
            + "value set: [B, N, S]; Value null at 'attributeDefinitions.2.member.attributeName' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        """{"GlobalSecondaryIndexes":[{"Projection":{"ProjectionType":"NO"}}]}""",
        "1 validation error detected: Value 'NO' at 'globalSecondaryIndexes.1.member.projection.projectionType' failed to satisfy constraint: Member must "
            + "satisfy enum value set: [ALL, INCLUDE, KEYS_ONLY]")]
    [InlineData(
        """{"ProvisionedThroughput":{"ReadCapacityUnits":1}}""",
        "1 validation error detected: Value null at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"GlobalTableSourceArn":"a"}""", "The parameter GlobalTableSourceArn is not supported by this server yet")]
    [InlineData("""{"GlobalTableSettingsReplicationMode":"ENABLED"}""", "The parameter GlobalTableSettingsReplicationMode is not supported by this server yet")]
    [InlineData("""{"VectorIndexes":[]}""", "The parameter VectorIndexes is not supported by this server yet")]
    [InlineData(
        """{"TableClass":"CHEAP"}""",
        "1 validation error detected: Value 'CHEAP' at 'tableClass' failed to satisfy constraint: Member must satisfy enum value set: "
            + "[STANDARD_INFREQUENT_ACCESS, STANDARD]")]
    public void What_the_request_types_cannot_hold_is_refused(string json, string message)
        => Should.Throw<DynamoValidationException>(() => ParseCreate(json)).Message.ShouldBe(message);

    [Theory]
    [InlineData(
        """{"ReturnValues":"SOME"}""",
        "Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]")]
    [InlineData(
        """{"ReturnConsumedCapacity":""}""",
        "Value '' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]")]
    [InlineData(
        """{"ReturnItemCollectionMetrics":"size"}""",
        "Value 'size' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must satisfy enum value set: [SIZE, NONE]")]
    public void An_unknown_name_of_an_enumeration_is_a_violated_constraint(string json, string message)
        => Should.Throw<DynamoValidationException>(() => Wire.ParsePut(json)).Message.ShouldBe("1 validation error detected: " + message);

    [Theory]
    [InlineData("""{"Limit":"1"}""", "STRING_VALUE cannot be converted to Integer")]
    [InlineData("""{"Limit":true}""", "TRUE_VALUE cannot be converted to Integer")]
    [InlineData("""{"Limit":[]}""", "Unrecognized collection type class java.lang.Integer")]
    [InlineData("""{"ConsistentRead":"true"}""", "Unexpected token received from parser")]
    [InlineData("""{"ExpressionAttributeNames":[]}""", "Unrecognized collection type java.util.Map<java.lang.String, java.lang.String>")]
    [InlineData("""{"ExpressionAttributeNames":{"#a":1}}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"ExclusiveStartKey":"a"}""", "Unexpected field type")]
    [InlineData("""{"Select":1}""", "NUMBER_VALUE cannot be converted to String")]
    public void A_member_of_the_wrong_type_is_a_serialization_error(string json, string message)
    {
        var error = Should.Throw<ProtocolException>(() => Wire.Parse<QueryProtocol, QueryRequest, QueryResponse>(json));

        error.ErrorCode.ShouldBe("SerializationException");
        error.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData(
        """{"RequestItems":[]}""",
        "Unrecognized collection type java.util.Map<java.lang.String, java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>>")]
    [InlineData("""{"RequestItems":{"t":{}}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"RequestItems":{"t":["a"]}}""", "Unexpected value type in payload")]
    [InlineData("""{"RequestItems":{"t":[{"PutRequest":"a"}]}}""", "Unexpected field type")]
    [InlineData("""{"RequestItems":{"t":[{"PutRequest":[]}]}}""", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.PutRequest")]
    public void A_structure_of_the_wrong_kind_is_a_serialization_error(string json, string message)
        => Should.Throw<ProtocolException>(
            () => Wire.Parse<BatchWriteItemProtocol, BatchWriteItemRequest, BatchWriteItemResponse>(json)).Message.ShouldBe(message);

    [Theory]
    [InlineData("""{"PutRequest":{}}""", "requestItems.t.member.2.member.putRequest.item")]
    [InlineData("""{"DeleteRequest":{"Key":null}}""", "requestItems.t.member.2.member.deleteRequest.key")]
    public void A_write_of_a_batch_without_its_item_is_a_violated_constraint(string json, string path)
        => Should.Throw<DynamoValidationException>(() => Wire.Parse<BatchWriteItemProtocol, BatchWriteItemRequest, BatchWriteItemResponse>(
            """{"RequestItems":{"t":[{"PutRequest":{"Item":{}}},""" + json + "]}}")).Message
            .ShouldBe($"1 validation error detected: Value null at '{path}' failed to satisfy constraint: Member must not be null");

    [Theory]
    [InlineData("1.9", 1)]
    [InlineData("1e1", 10)]
    [InlineData("99999999999", int.MaxValue)]
    [InlineData("-99999999999999999999999", int.MinValue)]
    public void An_integer_is_converted_as_Java_converts(string json, int expected)
        => Wire.Parse<QueryProtocol, QueryRequest, QueryResponse>($$"""{"Limit":{{json}}}""").Limit.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"a\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("""{"TableName":"t",}""")]
    [InlineData("""{"TableName":1""")]
    [InlineData("""{"TableName":1,,}""")]
    public void A_body_that_is_no_object_is_a_serialization_error_without_text(string json)
        => Should.Throw<ProtocolException>(() => Wire.ParsePut(json)).Message.ShouldBeEmpty();

    [Fact]
    public void Parts_of_a_transaction_are_read_with_their_places()
    {
        var request = ParseTransaction("""
            {"ClientRequestToken":"token","TransactItems":[
              {"Put":{"TableName":"t","Item":{"a":{"S":"1"}}}},
              {"Update":{"TableName":"t","Key":{"a":{"S":"2"}},"UpdateExpression":"SET b = :b","ExpressionAttributeValues":{":b":{"N":"1"}}}},
              {"Delete":{"TableName":"t","Key":{"a":{"S":"3"}}}},
              {"ConditionCheck":{"TableName":"t","Key":{"a":{"S":"4"}},"ConditionExpression":"c","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}}]}
            """);

        var items = request.TransactItems.ShouldNotBeNull();
        items.Count.ShouldBe(4);
        items[0].Put.ShouldNotBeNull().Item.ShouldNotBeNull()["a"].GetString().ShouldBe("1");
        items[1].Update.ShouldNotBeNull().UpdateExpression.ShouldBe("SET b = :b");
        items[2].Delete.ShouldNotBeNull().Key.ShouldNotBeNull()["a"].GetString().ShouldBe("3");
        items[3].ConditionCheck.ShouldNotBeNull().ReturnValuesOnConditionCheckFailure.ShouldBe(ReturnValuesOnConditionCheckFailure.AllOld);
        Should.Throw<DynamoValidationException>(
            () => ParseTransaction("""{"TransactItems":[{"Put":{}},{"Put":{"ReturnValuesOnConditionCheckFailure":"NEW"}}]}""")).Message
            .ShouldBe(
                "1 validation error detected: Value 'NEW' at 'transactItems.2.member.put.returnValuesOnConditionCheckFailure' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [ALL_OLD, NONE]");
    }

    private static CreateTableRequest ParseCreate(string json) => Wire.Parse<CreateTableProtocol, CreateTableRequest, CreateTableResponse>(json);

    private static UpdateTableRequest ParseUpdate(string json) => Wire.Parse<UpdateTableProtocol, UpdateTableRequest, UpdateTableResponse>(json);

    private static TransactWriteItemsRequest ParseTransaction(string json)
        => Wire.Parse<TransactWriteItemsProtocol, TransactWriteItemsRequest, TransactWriteItemsResponse>(json);
}

"""Goes through the service with boto3: boto3_client.py ENDPOINT. Prints a line for each part; the first wrong answer ends it."""
import sys
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

SETTINGS = dict(endpoint_url=sys.argv[1], region_name="local", aws_access_key_id="key", aws_secret_access_key="secret")
client = boto3.client("dynamodb", **SETTINGS)
streams = boto3.client("dynamodbstreams", **SETTINGS)
resource = boto3.resource("dynamodb", **SETTINGS)
NAME = "boto3-orders"


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"expected {expected!r}, got {actual!r}")


def error_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response
    raise AssertionError("expected an error of the service")


def tables():
    client.create_table(
        TableName=NAME,
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": t} for n, t in (("customer", "S"), ("number", "N"), ("status", "S"))],
        KeySchema=[{"AttributeName": "customer", "KeyType": "HASH"}, {"AttributeName": "number", "KeyType": "RANGE"}],
        GlobalSecondaryIndexes=[{"IndexName": "by-status", "KeySchema": [{"AttributeName": "status", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}],
        BillingMode="PAY_PER_REQUEST",
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        Tags=[{"Key": "team", "Value": "shop"}],
    )
    client.get_waiter("table_exists").wait(TableName=NAME)
    table = client.describe_table(TableName=NAME)["Table"]
    equal(table["TableStatus"], "ACTIVE")
    equal(table["StreamSpecification"], {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
    equal(NAME in client.list_tables()["TableNames"], True)
    equal(error_of(client.create_table, TableName=NAME, AttributeDefinitions=table["AttributeDefinitions"][:1], KeySchema=[{"AttributeName": "customer", "KeyType": "HASH"}],
                   BillingMode="PAY_PER_REQUEST")["Error"]["Code"], "ResourceInUseException")
    equal(client.describe_table(TableName=table["TableArn"])["Table"]["TableName"], NAME)


def items():
    table = resource.Table(NAME)
    with table.batch_writer() as batch:
        for number in range(60):
            batch.put_item(Item={"customer": "c1", "number": number, "status": "open" if number % 3 else "done", "total": Decimal(number) / 4, "lines": [{"sku": "a", "tags": {"x", "y"}}]})
    item = table.get_item(Key={"customer": "c1", "number": 3}, ConsistentRead=True)["Item"]
    equal((item["total"], item["lines"][0]["tags"]), (Decimal("0.75"), {"x", "y"}))
    updated = table.update_item(
        Key={"customer": "c1", "number": 3}, UpdateExpression="SET #t = #t + :d, note = if_not_exists(note, :n) REMOVE #l", ConditionExpression=Attr("status").eq("done"),
        ExpressionAttributeNames={"#t": "total", "#l": "lines"}, ExpressionAttributeValues={":d": 1, ":n": "first"}, ReturnValues="UPDATED_NEW")["Attributes"]
    equal(updated, {"total": Decimal("1.75"), "note": "first"})
    failed = error_of(table.put_item, Item={"customer": "c1", "number": 3}, ConditionExpression="attribute_not_exists(customer)")
    equal(failed["Error"], {"Message": "The conditional request failed", "Code": "ConditionalCheckFailedException"})
    old = table.delete_item(Key={"customer": "c1", "number": 59}, ReturnValues="ALL_OLD")["Attributes"]
    equal(old["number"], 59)
    equal(error_of(client.get_item, TableName="boto3-missing", Key={"a": {"S": "b"}})["Error"]["Code"], "ResourceNotFoundException")


def queries():
    table = resource.Table(NAME)
    page = table.query(KeyConditionExpression=Key("customer").eq("c1") & Key("number").between(10, 30), FilterExpression=Attr("status").eq("open"), ScanIndexForward=False)
    equal([int(i["number"]) for i in page["Items"]], [n for n in range(30, 9, -1) if n % 3])
    numbers = []
    for page in client.get_paginator("query").paginate(
            TableName=NAME, IndexName="by-status", KeyConditionExpression="#s = :s", ExpressionAttributeNames={"#s": "status"}, ExpressionAttributeValues={":s": {"S": "done"}},
            PaginationConfig={"PageSize": 7}):
        numbers += [int(i["number"]["N"]) for i in page["Items"]]
    equal(sorted(numbers), [n for n in range(59) if n % 3 == 0])
    total = sum(page["Count"] for segment in range(4) for page in client.get_paginator("scan").paginate(TableName=NAME, TotalSegments=4, Segment=segment))
    equal(total, 59)
    legacy = client.query(TableName=NAME, KeyConditions={"customer": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "c1"}]}, "number": {"ComparisonOperator": "LT", "AttributeValueList": [{"N": "3"}]}},
                          AttributesToGet=["number"])
    equal([i["number"]["N"] for i in legacy["Items"]], ["0", "1", "2"])


def transactions():
    put = {"Put": {"TableName": NAME, "Item": {"customer": {"S": "t"}, "number": {"N": "1"}, "balance": {"N": "100"}}, "ConditionExpression": "attribute_not_exists(customer)"}}
    client.transact_write_items(TransactItems=[put], ClientRequestToken="boto3-token")
    client.transact_write_items(TransactItems=[put], ClientRequestToken="boto3-token")
    cancelled = error_of(client.transact_write_items, TransactItems=[put, {"Delete": {"TableName": NAME, "Key": {"customer": {"S": "t"}, "number": {"N": "9"}}}}])
    equal(cancelled["Error"]["Code"], "TransactionCanceledException")
    equal([r["Code"] for r in cancelled["CancellationReasons"]], ["ConditionalCheckFailed", "None"])
    got = client.transact_get_items(TransactItems=[{"Get": {"TableName": NAME, "Key": {"customer": {"S": "t"}, "number": {"N": n}}}} for n in ("1", "9")])["Responses"]
    equal((got[0]["Item"]["balance"], got[1]), ({"N": "100"}, {}))


def partiql():
    client.execute_statement(Statement=f'INSERT INTO "{NAME}" VALUE {{\'customer\': ?, \'number\': ?, \'status\': \'new\'}}', Parameters=[{"S": "p"}, {"N": "1"}])
    duplicate = error_of(client.execute_statement, Statement=f"INSERT INTO \"{NAME}\" VALUE {{'customer': 'p', 'number': 1}}")
    equal(duplicate["Error"]["Code"], "DuplicateItemException")
    client.execute_statement(Statement=f'UPDATE "{NAME}" SET total = 7 WHERE customer = \'p\' AND number = 1')
    equal(client.execute_statement(Statement=f'SELECT total FROM "{NAME}" WHERE customer = ?', Parameters=[{"S": "p"}])["Items"], [{"total": {"N": "7"}}])
    answers = client.batch_execute_statement(Statements=[{"Statement": f'SELECT * FROM "{NAME}" WHERE customer = \'p\' AND number = {n}'} for n in (1, 2)])["Responses"]
    equal(("Item" in answers[0], "Item" in answers[1]), (True, False))
    client.execute_transaction(TransactStatements=[{"Statement": f'DELETE FROM "{NAME}" WHERE customer = \'p\' AND number = 1'}])
    equal(client.execute_statement(Statement=f'SELECT * FROM "{NAME}" WHERE customer = \'p\'')["Items"], [])


def stream():
    arn = client.describe_table(TableName=NAME)["Table"]["LatestStreamArn"]
    equal([s["StreamArn"] for s in streams.list_streams(TableName=NAME)["Streams"]], [arn])
    records = []
    for shard in streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
        iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        while iterator:
            page = streams.get_records(ShardIterator=iterator)
            if not page["Records"]:
                break
            records += page["Records"]
            iterator = page.get("NextShardIterator")
    equal(sum(r["eventName"] == "INSERT" for r in records), 62)
    equal(sum(r["eventName"] == "REMOVE" for r in records), 2)
    changed = next(r for r in records if r["eventName"] == "MODIFY" and r["dynamodb"]["Keys"]["number"] == {"N": "3"})
    equal((changed["dynamodb"]["OldImage"]["total"], changed["dynamodb"]["NewImage"]["total"]), ({"N": "0.75"}, {"N": "1.75"}))


def tags_and_time_to_live():
    arn = client.describe_table(TableName=NAME)["Table"]["TableArn"]
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "stage", "Value": "test"}])
    client.untag_resource(ResourceArn=arn, TagKeys=["team"])
    equal(client.list_tags_of_resource(ResourceArn=arn)["Tags"], [{"Key": "stage", "Value": "test"}])
    client.update_time_to_live(TableName=NAME, TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"})
    equal(client.describe_time_to_live(TableName=NAME)["TimeToLiveDescription"], {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"})
    equal(client.describe_limits()["TableMaxReadCapacityUnits"] > 0, True)
    equal(len(client.describe_endpoints()["Endpoints"]), 1)


def table_changes():
    client.update_table(TableName=NAME, AttributeDefinitions=[{"AttributeName": "total", "AttributeType": "N"}, {"AttributeName": "customer", "AttributeType": "S"}],
                        GlobalSecondaryIndexUpdates=[{"Create": {"IndexName": "by-total", "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"}, {"AttributeName": "total", "KeyType": "RANGE"}],
                                                                 "Projection": {"ProjectionType": "KEYS_ONLY"}}}])
    client.get_waiter("table_exists").wait(TableName=NAME)
    while any(i["IndexStatus"] != "ACTIVE" for i in client.describe_table(TableName=NAME)["Table"]["GlobalSecondaryIndexes"]):
        pass
    page = client.query(TableName=NAME, IndexName="by-total", KeyConditionExpression="customer = :c AND #t > :t", ExpressionAttributeNames={"#t": "total"}, ExpressionAttributeValues={":c": {"S": "c1"}, ":t": {"N": "14"}})
    equal([i["number"]["N"] for i in page["Items"]], ["57", "58"])
    client.update_table(TableName=NAME, GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "by-total"}}])
    client.delete_table(TableName=NAME)
    client.get_waiter("table_not_exists").wait(TableName=NAME)


PARTS = [tables, items, queries, transactions, partiql, stream, tags_and_time_to_live, table_changes]
for part in PARTS:
    part()
    print(f"boto3 {boto3.__version__}: {part.__name__} ok", flush=True)

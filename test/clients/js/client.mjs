// Goes through the service with the AWS SDK for JavaScript v3: node client.mjs ENDPOINT. Prints a line for each part; the first wrong answer ends it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as db from '@aws-sdk/client-dynamodb';
import * as st from '@aws-sdk/client-dynamodb-streams';
import { DynamoDBDocument, paginateQuery } from '@aws-sdk/lib-dynamodb';

const settings = { endpoint: process.argv[2], region: 'local', credentials: { accessKeyId: 'key', secretAccessKey: 'secret' } };
const client = new db.DynamoDBClient(settings);
const streams = new st.DynamoDBStreamsClient(settings);
const documents = DynamoDBDocument.from(client);
const TableName = 'js-orders';
const send = (command, input) => client.send(new db[`${command}Command`](input));

const parts = {
  async tables() {
    await send('CreateTable', {
      TableName,
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'N' }, { AttributeName: 'state', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
      GlobalSecondaryIndexes: [{ IndexName: 'by-state', KeySchema: [{ AttributeName: 'state', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }], Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['n'] } }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Tags: [{ Key: 'team', Value: 'shop' }],
    });
    const waited = await db.waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName });
    assert.equal(waited.state, 'SUCCESS');
    const { Table } = await send('DescribeTable', { TableName });
    assert.equal(Table.TableStatus, 'ACTIVE');
    assert.ok(Table.CreationDateTime instanceof Date);
    await assert.rejects(send('DescribeTable', { TableName: 'js-missing' }), db.ResourceNotFoundException);
  },

  async items() {
    await documents.batchWrite({ RequestItems: { [TableName]: Array.from({ length: 20 }, (_, i) => ({ PutRequest: { Item: { pk: 'a', sk: i, state: i % 2 ? 'odd' : 'even', n: { deep: [i, 'x', null, true] }, set: new Set(['p', 'q']) } } })) } });
    const { Item } = await documents.get({ TableName, Key: { pk: 'a', sk: 3 }, ConsistentRead: true });
    assert.deepEqual(Item, { pk: 'a', sk: 3, state: 'odd', n: { deep: [3, 'x', null, true] }, set: new Set(['p', 'q']) });
    const { Attributes } = await documents.update({ TableName, Key: { pk: 'a', sk: 3 }, UpdateExpression: 'SET #n.deep[0] = #n.deep[0] + :one DELETE #s :p', ExpressionAttributeNames: { '#n': 'n', '#s': 'set' }, ExpressionAttributeValues: { ':one': 1, ':p': new Set(['p']) }, ReturnValues: 'ALL_NEW' });
    assert.deepEqual([Attributes.n.deep[0], Attributes.set], [4, new Set(['q'])]);
    await assert.rejects(
      documents.put({ TableName, Item: { pk: 'a', sk: 3 }, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      (error) => error instanceof db.ConditionalCheckFailedException && error.Item.sk.N === '3');
    const { Responses } = await documents.batchGet({ RequestItems: { [TableName]: { Keys: [{ pk: 'a', sk: 1 }, { pk: 'a', sk: 99 }] } } });
    assert.equal(Responses[TableName].length, 1);
  },

  async queries() {
    const numbers = [];
    for await (const page of paginateQuery({ client: documents, pageSize: 3 }, { TableName, IndexName: 'by-state', KeyConditionExpression: '#s = :s AND sk >= :n', ExpressionAttributeNames: { '#s': 'state' }, ExpressionAttributeValues: { ':s': 'even', ':n': 4 } }))
      numbers.push(...page.Items.map((item) => item.sk));
    assert.deepEqual(numbers, [4, 6, 8, 10, 12, 14, 16, 18]);
    const { Count, ScannedCount, ConsumedCapacity } = await documents.scan({ TableName, FilterExpression: 'sk < :n', ExpressionAttributeValues: { ':n': 5 }, ReturnConsumedCapacity: 'TOTAL' });
    assert.deepEqual([Count, ScannedCount, ConsumedCapacity], [5, 20, { TableName, CapacityUnits: 0.5 }]);
  },

  async transactions() {
    const put = { Put: { TableName, Item: { pk: 't', sk: 1 }, ConditionExpression: 'attribute_not_exists(pk)' } };
    await documents.transactWrite({ TransactItems: [put], ClientRequestToken: 'js-token' });
    await documents.transactWrite({ TransactItems: [put], ClientRequestToken: 'js-token' });
    await assert.rejects(documents.transactWrite({ TransactItems: [put] }), (error) => error instanceof db.TransactionCanceledException && error.CancellationReasons[0].Code === 'ConditionalCheckFailed');
    const { Responses } = await documents.transactGet({ TransactItems: [{ Get: { TableName, Key: { pk: 't', sk: 1 } } }] });
    assert.deepEqual(Responses[0].Item, { pk: 't', sk: 1 });
  },

  async partiql() {
    await send('ExecuteStatement', { Statement: `INSERT INTO "${TableName}" VALUE {'pk': 'q', 'sk': ?, 'numbers': [1, 'two', <<3, 4>>]}`, Parameters: [{ N: '1' }] });
    const { Items } = await documents.executeStatement({ Statement: `SELECT numbers FROM "${TableName}" WHERE pk = ? AND sk BETWEEN ? AND ?`, Parameters: ['q', 0, 5] });
    assert.deepEqual(Items, [{ numbers: [1, 'two', new Set([3, 4])] }]);
    await assert.rejects(send('ExecuteStatement', { Statement: 'SELEC * FROM x' }), (error) => error.name === 'ValidationException');
    const { Responses } = await documents.batchExecuteStatement({ Statements: [{ Statement: `DELETE FROM "${TableName}" WHERE pk = 'q' AND sk = 1` }, { Statement: `DELETE FROM "${TableName}" WHERE pk = 'q'` }] });
    assert.deepEqual([Responses[0].Error, Responses[1].Error.Code], [undefined, 'ValidationError']);
  },

  async streams() {
    const { Table } = await send('DescribeTable', { TableName });
    const { StreamDescription } = await streams.send(new st.DescribeStreamCommand({ StreamArn: Table.LatestStreamArn }));
    const names = [];
    for (const { ShardId } of StreamDescription.Shards) {
      let { ShardIterator } = await streams.send(new st.GetShardIteratorCommand({ StreamArn: Table.LatestStreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }));
      while (ShardIterator) {
        const page = await streams.send(new st.GetRecordsCommand({ ShardIterator }));
        if (page.Records.length === 0) break;
        names.push(...page.Records.map((record) => record.eventName));
        ShardIterator = page.NextShardIterator;
      }
    }
    assert.deepEqual(['INSERT', 'MODIFY', 'REMOVE'].map((name) => names.filter((n) => n === name).length), [22, 1, 1]);
  },

  async tagsAndTimeToLive() {
    const { Table: { TableArn } } = await send('DescribeTable', { TableName });
    await send('TagResource', { ResourceArn: TableArn, Tags: [{ Key: 'stage', Value: '' }] });
    await send('UntagResource', { ResourceArn: TableArn, TagKeys: ['team'] });
    assert.deepEqual((await send('ListTagsOfResource', { ResourceArn: TableArn })).Tags, [{ Key: 'stage', Value: '' }]);
    await send('UpdateTimeToLive', { TableName, TimeToLiveSpecification: { Enabled: true, AttributeName: 'expires' } });
    assert.equal((await send('DescribeTimeToLive', { TableName })).TimeToLiveDescription.TimeToLiveStatus, 'ENABLED');
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::000000000000:root' }, Action: 'dynamodb:GetItem', Resource: TableArn }] });
    const { RevisionId } = await send('PutResourcePolicy', { ResourceArn: TableArn, Policy: policy });
    assert.deepEqual(await send('GetResourcePolicy', { ResourceArn: TableArn }).then(({ Policy, RevisionId: id }) => [Policy, id]), [policy, RevisionId]);
  },

  async tableChanges() {
    await send('UpdateTable', { TableName, StreamSpecification: { StreamEnabled: false } });
    await db.waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName });
    assert.equal((await send('DescribeTable', { TableName })).Table.StreamSpecification, undefined);
    await send('DeleteTable', { TableName });
    await db.waitUntilTableNotExists({ client, maxWaitTime: 30 }, { TableName });
  },
};

const { version } = JSON.parse(readFileSync(new URL('node_modules/@aws-sdk/client-dynamodb/package.json', import.meta.url)));
for (const [name, part] of Object.entries(parts)) {
  await part();
  console.log(`AWS SDK for JavaScript ${version}: ${name} ok`);
}

// Uses dynamodb-admin in a browser: node admin.mjs ENDPOINT SCREENSHOT-FOLDER. Prints a line for each page; the first page that is not right ends it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { chromium } from 'playwright-core';

const [, , endpoint, screenshots] = process.argv;
const table = 'admin-orders';
const documents = DynamoDBDocument.from(new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'key', secretAccessKey: 'secret' } }));
mkdirSync(screenshots, { recursive: true });

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const admin = spawn(process.execPath, [new URL('node_modules/dynamodb-admin/dist/dynamodb-admin.js', import.meta.url).pathname, '--host', '127.0.0.1', '--port', String(port), '--dynamo-endpoint', endpoint]);
const log = [];
admin.stdout.on('data', (data) => log.push(data));
admin.stderr.on('data', (data) => log.push(data));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => dialog.accept());
  page.on('response', (response) => response.status() >= 400 && !response.url().endsWith('favicon.ico') && errors.push(`${response.status()} ${response.url()}`));
  const open = (path) => page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' });
  const done = async (name) => {
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
    assert.deepEqual(errors, [], `${name}: ${await page.locator('body').innerText()}`);
    console.log(`dynamodb-admin: ${name} ok`);
  };

  for (let tries = 0; !log.join('').includes('listening'); tries++) {
    assert.ok(tries < 100 && admin.exitCode === null, log.join(''));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  await open('/create-table');
  await page.fill('[name=TableName]', table);
  await page.fill('[name=HashAttributeName]', 'customer');
  await page.selectOption('[name=HashAttributeType]', 'S');
  await page.fill('[name=RangeAttributeName]', 'number');
  await page.selectOption('[name=RangeAttributeType]', 'N');
  await page.click('#new-index');
  await page.locator('[name$=-IndexName]').first().fill('by-status');
  await page.locator('[name$=-HashAttributeName]').first().fill('status');
  await page.locator('[name$=-HashAttributeType]').first().selectOption('S');
  await page.locator('form button[type=submit]').click();
  // The form sends its numbers as strings. The service refuses that, so this server does: the page must show the service's text.
  await page.waitForSelector('text=STRING_VALUE cannot be converted to Long');
  assert.match(errors.pop(), /^500 .*create-table$/);
  await done('create-table');

  await documents.send(new CreateTableCommand({
    TableName: table,
    AttributeDefinitions: [{ AttributeName: 'customer', AttributeType: 'S' }, { AttributeName: 'number', AttributeType: 'N' }, { AttributeName: 'status', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'customer', KeyType: 'HASH' }, { AttributeName: 'number', KeyType: 'RANGE' }],
    GlobalSecondaryIndexes: [{ IndexName: 'by-status', KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } }],
    BillingMode: 'PAY_PER_REQUEST',
  }));
  await open('/');
  assert.equal(await page.locator(`#table-list >> text=${table}`).count(), 1);
  await done('tables');

  for (let number = 0; number < 60; number++)
    await documents.put({ TableName: table, Item: { customer: `c${number % 2}`, number, status: number % 3 ? 'open' : 'done', lines: [{ sku: 'a', count: number }], tags: new Set(['x']) } });
  await open(`/tables/${table}`);
  await page.waitForSelector('#items-container tr');
  assert.equal(await page.locator('#items-container tr').count(), 25);
  await done('scan');

  await page.locator('.page-link-next').click();
  await page.waitForSelector('#items-container tr');
  await page.waitForFunction(() => document.querySelectorAll('#items-container tr').length === 25);
  await done('next-page');

  await open(`/tables/${table}/get`);
  await page.fill('[name=hash]', 'c1');
  await page.fill('[name=range]', '7');
  await Promise.all([page.waitForURL(/items/), page.click('button[type=submit]')]);
  await page.waitForSelector('.ace_content');
  assert.match(await page.locator('.ace_content').innerText(), /"number": 7/);
  await done('item');

  await open(`/tables/${table}/meta`);
  assert.match(await page.locator('body').innerText(), /"TableStatus": "ACTIVE"/);
  await done('meta');

  await open(`/tables/${table}/ttl`);
  await done('time-to-live');

  await open(`/tables/${table}/add-item`);
  await page.waitForSelector('.ace_content');
  await page.evaluate(() => globalThis.ace.edit('document').setValue(JSON.stringify({ customer: 'new', number: 1, status: 'open' }))).catch(() => page.evaluate(() => document.querySelector('.ace_editor').env.editor.setValue(JSON.stringify({ customer: 'new', number: 1, status: 'open' }))));
  await page.locator('button:has-text("Save")').click();
  await page.waitForURL(/items/);
  assert.equal((await documents.get({ TableName: table, Key: { customer: 'new', number: 1 } })).Item.status, 'open');
  await done('create-item');

  await open(`/tables/${table}/meta`);
  await Promise.all([page.waitForURL(`http://127.0.0.1:${port}/`), page.click('#deleteTable')]);
  assert.equal(await page.locator(`#table-list >> text=${table}`).count(), 0);
  await done('delete-table');
} catch (error) {
  console.error(log.join(''));
  throw error;
} finally {
  await browser.close();
  admin.kill();
}

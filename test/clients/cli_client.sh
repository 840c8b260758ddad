#!/usr/bin/env bash
# Goes through the service with the AWS CLI: cli_client.sh ENDPOINT. Prints a line for each part; the first wrong answer ends it.
set -euo pipefail
export AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret AWS_DEFAULT_REGION=local AWS_PAGER="" AWS_EC2_METADATA_DISABLED=true
endpoint=$1
table=cli-orders

db() { aws dynamodb "$@" --endpoint-url "$endpoint" --output json; }
stream() { aws dynamodbstreams "$@" --endpoint-url "$endpoint" --output text; }
equal() { [ "$1" = "$2" ] || { echo "cli: expected '$2', got '$1'" >&2; exit 1; }; }
fails_with() { # CODE command…
  local code=$1 output; shift
  if output=$("$@" 2>&1); then echo "cli: expected $code" >&2; exit 1; fi
  [[ $output == *"$code"* ]] || { echo "cli: expected $code, got $output" >&2; exit 1; }
}
ok() { echo "$(aws --version 2>&1 | cut -d' ' -f1): $1 ok"; }

db create-table --table-name $table --attribute-definitions AttributeName=pk,AttributeType=S AttributeName=sk,AttributeType=N --billing-mode PAY_PER_REQUEST \
  --key-schema AttributeName=pk,KeyType=HASH AttributeName=sk,KeyType=RANGE --stream-specification StreamEnabled=true,StreamViewType=KEYS_ONLY --tags Key=team,Value=shop >/dev/null
aws dynamodb wait table-exists --table-name $table --endpoint-url "$endpoint"
equal "$(db describe-table --table-name $table --query Table.TableStatus)" '"ACTIVE"'
fails_with ResourceInUseException db create-table --table-name $table --attribute-definitions AttributeName=pk,AttributeType=S --key-schema AttributeName=pk,KeyType=HASH --billing-mode PAY_PER_REQUEST
ok tables

for number in 1 2 3; do db put-item --table-name $table --item "{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"$number\"}}"; done
fails_with "ConditionalCheckFailedException" db put-item --table-name $table --item '{"pk":{"S":"a"},"sk":{"N":"1"}}' --condition-expression 'attribute_not_exists(pk)'
equal "$(db update-item --table-name $table --key '{"pk":{"S":"a"},"sk":{"N":"1"}}' --update-expression 'ADD c :one' --expression-attribute-values '{":one":{"N":"1"}}' --return-values ALL_NEW --query Attributes.c.N)" '"1"'
ok items

equal "$(db query --table-name $table --key-condition-expression 'pk = :p AND sk > :s' --expression-attribute-values '{":p":{"S":"a"},":s":{"N":"1"}}' --page-size 1 --query 'Items[].sk.N' | tr -d ' \n')" '["2","3"]'
equal "$(db scan --table-name $table --select COUNT --query Count)" 3
ok queries

db transact-write-items --transact-items "[{\"Put\":{\"TableName\":\"$table\",\"Item\":{\"pk\":{\"S\":\"t\"},\"sk\":{\"N\":\"1\"}}}},{\"Delete\":{\"TableName\":\"$table\",\"Key\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"3\"}}}}]"
fails_with "[None, ConditionalCheckFailed]" db transact-write-items --transact-items "[{\"Put\":{\"TableName\":\"$table\",\"Item\":{\"pk\":{\"S\":\"u\"},\"sk\":{\"N\":\"1\"}}}},{\"ConditionCheck\":{\"TableName\":\"$table\",\"Key\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"3\"}},\"ConditionExpression\":\"attribute_exists(pk)\"}}]"
ok transactions

db execute-statement --statement "INSERT INTO \"$table\" VALUE {'pk':'q','sk':1,'n':[1,2]}" >/dev/null
equal "$(db execute-statement --statement "SELECT n FROM \"$table\" WHERE pk='q'" --query 'Items[0].n.L[1].N')" '"2"'
ok partiql

arn=$(db describe-table --table-name $table --query Table.LatestStreamArn | tr -d '"')
records=0
for shard in $(stream describe-stream --stream-arn "$arn" --query 'StreamDescription.Shards[].ShardId'); do
  iterator=$(stream get-shard-iterator --stream-arn "$arn" --shard-id "$shard" --shard-iterator-type TRIM_HORIZON)
  records=$((records + $(stream get-records --shard-iterator "$iterator" --query 'length(Records)')))
done
equal "$records" 7
ok streams

arn=$(db describe-table --table-name $table --query Table.TableArn | tr -d '"')
db tag-resource --resource-arn "$arn" --tags Key=stage,Value=test
db untag-resource --resource-arn "$arn" --tag-keys team
equal "$(db list-tags-of-resource --resource-arn "$arn" --query 'Tags[0].Key')" '"stage"'
db update-time-to-live --table-name $table --time-to-live-specification Enabled=true,AttributeName=expires >/dev/null
equal "$(db describe-time-to-live --table-name $table --query TimeToLiveDescription.AttributeName)" '"expires"'
ok "tags and time to live"

db update-table --table-name $table --deletion-protection-enabled >/dev/null
fails_with ValidationException db delete-table --table-name $table
db update-table --table-name $table --no-deletion-protection-enabled >/dev/null
db delete-table --table-name $table >/dev/null
aws dynamodb wait table-not-exists --table-name $table --endpoint-url "$endpoint"
ok "table changes"

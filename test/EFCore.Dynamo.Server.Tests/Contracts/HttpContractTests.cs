using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Server.Tests.Contracts;

public sealed class HttpBatchTests() : BatchContract(new HttpEndpointFactory());

public sealed class HttpCapacityTests() : CapacityContract(new HttpEndpointFactory());

public sealed class HttpConcurrencyTests() : ConcurrencyContract(new HttpEndpointFactory());

public sealed class HttpDeleteItemTests() : DeleteItemContract(new HttpEndpointFactory());

public sealed class HttpGetItemTests() : GetItemContract(new HttpEndpointFactory());

public sealed class HttpGlobalSecondaryIndexTests() : GlobalSecondaryIndexContract(new HttpEndpointFactory());

public sealed class HttpLimitsTests() : LimitsContract(new HttpEndpointFactory());

public sealed class HttpUpdateSizeTests() : UpdateSizeContract(new HttpEndpointFactory());

public sealed class HttpLocalSecondaryIndexTests() : LocalSecondaryIndexContract(new HttpEndpointFactory());

public sealed class HttpPutItemTests() : PutItemContract(new HttpEndpointFactory());

public sealed class HttpQueryTests() : QueryContract(new HttpEndpointFactory());

public sealed class HttpScanTests() : ScanContract(new HttpEndpointFactory());

public sealed class HttpLegacyConditionTests() : LegacyConditionContract(new HttpEndpointFactory());

public sealed class HttpLegacyUpdateTests() : LegacyUpdateContract(new HttpEndpointFactory());

public sealed class HttpLegacyReadTests() : LegacyReadContract(new HttpEndpointFactory());

public sealed class HttpTableTests() : TableContract(new HttpEndpointFactory());

public sealed class HttpTransactionTests() : TransactionContract(new HttpEndpointFactory());

public sealed class HttpSingleWriteRequestTests() : SingleWriteRequestContract(new HttpEndpointFactory());

public sealed class HttpUpdateItemTests() : UpdateItemContract(new HttpEndpointFactory());

public sealed class HttpPartiQlSelectTests() : PartiQlSelectContract(new HttpEndpointFactory());

public sealed class HttpPartiQlIndexTests() : PartiQlIndexContract(new HttpEndpointFactory());

public sealed class HttpPartiQlPageTests() : PartiQlPageContract(new HttpEndpointFactory());

public sealed class HttpPartiQlWriteTests() : PartiQlWriteContract(new HttpEndpointFactory());

public sealed class HttpPartiQlBatchTests() : PartiQlBatchContract(new HttpEndpointFactory());

public sealed class HttpPartiQlTransactionTests() : PartiQlTransactionContract(new HttpEndpointFactory());

public sealed class HttpTimeToLiveTests() : TimeToLiveContract(new HttpEndpointFactory());

public sealed class HttpTagTests() : TagContract(new HttpEndpointFactory());

public sealed class HttpResourcePolicyTests() : ResourcePolicyContract(new HttpEndpointFactory());

public sealed class HttpAccountTests() : AccountContract(new HttpEndpointFactory());

public sealed class HttpUpdateTableTests() : UpdateTableContract(new HttpEndpointFactory());

public sealed class HttpIndexUpdateTests() : IndexUpdateContract(new HttpEndpointFactory());

public sealed class HttpTableArnTests() : TableArnContract(new HttpEndpointFactory());

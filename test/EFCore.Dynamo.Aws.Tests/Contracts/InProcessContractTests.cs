using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Aws.Tests.Contracts;

public sealed class InProcessBatchTests() : BatchContract(new InProcessEndpointFactory());

public sealed class InProcessCapacityTests() : CapacityContract(new InProcessEndpointFactory());

public sealed class InProcessConcurrencyTests() : ConcurrencyContract(new InProcessEndpointFactory());

public sealed class InProcessDeleteItemTests() : DeleteItemContract(new InProcessEndpointFactory());

public sealed class InProcessGetItemTests() : GetItemContract(new InProcessEndpointFactory());

public sealed class InProcessGlobalSecondaryIndexTests() : GlobalSecondaryIndexContract(new InProcessEndpointFactory());

public sealed class InProcessLimitsTests() : LimitsContract(new InProcessEndpointFactory());

public sealed class InProcessUpdateSizeTests() : UpdateSizeContract(new InProcessEndpointFactory());

public sealed class InProcessLocalSecondaryIndexTests() : LocalSecondaryIndexContract(new InProcessEndpointFactory());

public sealed class InProcessPutItemTests() : PutItemContract(new InProcessEndpointFactory());

public sealed class InProcessQueryTests() : QueryContract(new InProcessEndpointFactory());

public sealed class InProcessScanTests() : ScanContract(new InProcessEndpointFactory());

public sealed class InProcessLegacyConditionTests() : LegacyConditionContract(new InProcessEndpointFactory());

public sealed class InProcessLegacyUpdateTests() : LegacyUpdateContract(new InProcessEndpointFactory());

public sealed class InProcessLegacyReadTests() : LegacyReadContract(new InProcessEndpointFactory());

public sealed class InProcessTableTests() : TableContract(new InProcessEndpointFactory());

public sealed class InProcessTransactionTests() : TransactionContract(new InProcessEndpointFactory());

public sealed class InProcessSingleWriteRequestTests() : SingleWriteRequestContract(new InProcessEndpointFactory());

public sealed class InProcessUpdateItemTests() : UpdateItemContract(new InProcessEndpointFactory());

public sealed class InProcessPartiQlSelectTests() : PartiQlSelectContract(new InProcessEndpointFactory());

public sealed class InProcessPartiQlIndexTests() : PartiQlIndexContract(new InProcessEndpointFactory());

public sealed class InProcessPartiQlPageTests() : PartiQlPageContract(new InProcessEndpointFactory());

public sealed class InProcessPartiQlWriteTests() : PartiQlWriteContract(new InProcessEndpointFactory());

public sealed class InProcessPartiQlBatchTests() : PartiQlBatchContract(new InProcessEndpointFactory());

public sealed class InProcessPartiQlTransactionTests() : PartiQlTransactionContract(new InProcessEndpointFactory());

public sealed class InProcessTimeToLiveTests() : TimeToLiveContract(new InProcessEndpointFactory());

public sealed class InProcessTagTests() : TagContract(new InProcessEndpointFactory());

public sealed class InProcessResourcePolicyTests() : ResourcePolicyContract(new InProcessEndpointFactory());

public sealed class InProcessAccountTests() : AccountContract(new InProcessEndpointFactory());

public sealed class InProcessUpdateTableTests() : UpdateTableContract(new InProcessEndpointFactory());

public sealed class InProcessIndexUpdateTests() : IndexUpdateContract(new InProcessEndpointFactory());

public sealed class InProcessTableArnTests() : TableArnContract(new InProcessEndpointFactory());

public sealed class InProcessStreamLifecycleTests() : StreamLifecycleContract(new InProcessEndpointFactory());

public sealed class InProcessStreamReadingTests() : StreamReadingContract(new InProcessEndpointFactory());

public sealed class InProcessStreamRecordTests() : StreamRecordContract(new InProcessEndpointFactory());

public sealed class InProcessPartiQlStreamTests() : PartiQlStreamContract(new InProcessEndpointFactory());

using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Engine.Tests.Contracts;

public sealed class EmbeddedTableContract() : TableContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedGetItemContract() : GetItemContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPutItemContract() : PutItemContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedUpdateItemContract() : UpdateItemContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedSingleWriteRequestContract() : SingleWriteRequestContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedDeleteItemContract() : DeleteItemContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedQueryContract() : QueryContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedScanContract() : ScanContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedLegacyConditionContract() : LegacyConditionContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedLegacyUpdateContract() : LegacyUpdateContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedLegacyReadContract() : LegacyReadContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedGlobalSecondaryIndexContract() : GlobalSecondaryIndexContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedLocalSecondaryIndexContract() : LocalSecondaryIndexContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedBatchContract() : BatchContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedTransactionContract() : TransactionContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedConcurrencyContract() : ConcurrencyContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedCapacityContract() : CapacityContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedLimitsContract() : LimitsContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedUpdateSizeContract() : UpdateSizeContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPartiQlSelectContract() : PartiQlSelectContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPartiQlIndexContract() : PartiQlIndexContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPartiQlPageContract() : PartiQlPageContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPartiQlWriteContract() : PartiQlWriteContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPartiQlBatchContract() : PartiQlBatchContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPartiQlTransactionContract() : PartiQlTransactionContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedUpdateTableContract() : UpdateTableContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedIndexUpdateContract() : IndexUpdateContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedTimeToLiveContract() : TimeToLiveContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedTagContract() : TagContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedResourcePolicyContract() : ResourcePolicyContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedAccountContract() : AccountContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedTableArnContract() : TableArnContract(EmbeddedEndpoint.Factory);

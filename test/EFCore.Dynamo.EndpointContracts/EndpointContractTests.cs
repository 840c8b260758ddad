using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.EndpointContracts;

public sealed class EndpointBatchTests() : BatchContract(new NamedEndpointFactory());

public sealed class EndpointCapacityTests() : CapacityContract(new NamedEndpointFactory());

public sealed class EndpointConcurrencyTests() : ConcurrencyContract(new NamedEndpointFactory());

public sealed class EndpointDeleteItemTests() : DeleteItemContract(new NamedEndpointFactory());

public sealed class EndpointGetItemTests() : GetItemContract(new NamedEndpointFactory());

public sealed class EndpointGlobalSecondaryIndexTests() : GlobalSecondaryIndexContract(new NamedEndpointFactory());

public sealed class EndpointLimitsTests() : LimitsContract(new NamedEndpointFactory());

public sealed class EndpointLocalSecondaryIndexTests() : LocalSecondaryIndexContract(new NamedEndpointFactory());

public sealed class EndpointPutItemTests() : PutItemContract(new NamedEndpointFactory());

public sealed class EndpointQueryTests() : QueryContract(new NamedEndpointFactory());

public sealed class EndpointScanTests() : ScanContract(new NamedEndpointFactory());

public sealed class EndpointLegacyConditionTests() : LegacyConditionContract(new NamedEndpointFactory());

public sealed class EndpointLegacyUpdateTests() : LegacyUpdateContract(new NamedEndpointFactory());

public sealed class EndpointLegacyReadTests() : LegacyReadContract(new NamedEndpointFactory());

public sealed class EndpointTableTests() : TableContract(new NamedEndpointFactory());

public sealed class EndpointTransactionTests() : TransactionContract(new NamedEndpointFactory());

public sealed class EndpointUpdateItemTests() : UpdateItemContract(new NamedEndpointFactory());

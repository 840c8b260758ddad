using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Engine.Tests.Contracts;

// The suites whose texts the dialects word differently, in the classic one.
public sealed class ClassicPutItemContract() : PutItemContract(EmbeddedEndpoint.Classic);

public sealed class ClassicUpdateItemContract() : UpdateItemContract(EmbeddedEndpoint.Classic);

public sealed class ClassicDeleteItemContract() : DeleteItemContract(EmbeddedEndpoint.Classic);

public sealed class ClassicGetItemContract() : GetItemContract(EmbeddedEndpoint.Classic);

public sealed class ClassicQueryContract() : QueryContract(EmbeddedEndpoint.Classic);

public sealed class ClassicScanContract() : ScanContract(EmbeddedEndpoint.Classic);

public sealed class ClassicBatchContract() : BatchContract(EmbeddedEndpoint.Classic);

public sealed class ClassicTransactionContract() : TransactionContract(EmbeddedEndpoint.Classic);

public sealed class ClassicLegacyConditionContract() : LegacyConditionContract(EmbeddedEndpoint.Classic);

public sealed class ClassicLegacyUpdateContract() : LegacyUpdateContract(EmbeddedEndpoint.Classic);

public sealed class ClassicLimitsContract() : LimitsContract(EmbeddedEndpoint.Classic);

public sealed class ClassicSingleWriteRequestContract() : SingleWriteRequestContract(EmbeddedEndpoint.Classic);

public sealed class ClassicUpdateSizeContract() : UpdateSizeContract(EmbeddedEndpoint.Classic);

using EFCore.Dynamo.Tests.Find;
using EFCore.Dynamo.Tests.Query;
using EFCore.Dynamo.Tests.Query.BulkWrites;
using EFCore.Dynamo.Tests.Query.Groups;
using EFCore.Dynamo.Tests.Query.Lookups;
using EFCore.Dynamo.Tests.Storage;
using EFCore.Dynamo.Tests.Update;

namespace EFCore.Dynamo.Tests.Stores;

public sealed class EmbeddedExecutionTests(EmbeddedShopFixture fixture) : ExecutionTests(fixture), IClassFixture<EmbeddedShopFixture>;

public sealed class EmbeddedOperatorTests(EmbeddedShopFixture fixture) : OperatorTests(fixture), IClassFixture<EmbeddedShopFixture>;

public sealed class EmbeddedPagingTests(EmbeddedShopFixture fixture) : PagingTests(fixture), IClassFixture<EmbeddedShopFixture>;

public sealed class EmbeddedQueryOptionsTests(EmbeddedShopFixture fixture) : QueryOptionsTests(fixture), IClassFixture<EmbeddedShopFixture>;

public sealed class EmbeddedTrackingTests(EmbeddedShopFixture fixture) : TrackingTests(fixture), IClassFixture<EmbeddedShopFixture>;

public sealed class EmbeddedLargeResultTests() : LargeResultTests(new EmbeddedStore());

public sealed class EmbeddedNavigationTests() : NavigationTests(new EmbeddedStore());

public sealed class EmbeddedGroupTests() : GroupTests(new EmbeddedStore());

public sealed class EmbeddedLookupTests() : LookupTests(new EmbeddedStore());

public sealed class EmbeddedBulkWriteTests() : BulkWriteTests(new EmbeddedStore());

public sealed class EmbeddedBulkWriteConcurrencyTests() : BulkWriteConcurrencyTests(new EmbeddedStore());

public sealed class EmbeddedSourceTests() : SourceTests(new EmbeddedStore());

public sealed class EmbeddedShapeTests() : ShapeTests(new EmbeddedStore());

public sealed class EmbeddedFindFallbackTests() : FindFallbackTests(new EmbeddedStore());

public sealed class EmbeddedRoundTripTests() : RoundTripTests(new EmbeddedStore());

public sealed class EmbeddedSaveAndFindSimulationTests() : SaveAndFindSimulationTests(new EmbeddedStore());

public sealed class EmbeddedSaveChangesStoreTests() : SaveChangesStoreTests(new EmbeddedStore());

public sealed class EmbeddedTimeToLiveTests() : TimeToLiveTests(new EmbeddedStore());

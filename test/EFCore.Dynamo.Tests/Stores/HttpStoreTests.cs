using EFCore.Dynamo.Tests.Find;
using EFCore.Dynamo.Tests.Query;
using EFCore.Dynamo.Tests.Query.BulkWrites;
using EFCore.Dynamo.Tests.Query.Groups;
using EFCore.Dynamo.Tests.Query.Lookups;
using EFCore.Dynamo.Tests.Storage;
using EFCore.Dynamo.Tests.Update;

namespace EFCore.Dynamo.Tests.Stores;

public sealed class HttpExecutionTests(HttpShopFixture fixture) : ExecutionTests(fixture), IClassFixture<HttpShopFixture>;

public sealed class HttpOperatorTests(HttpShopFixture fixture) : OperatorTests(fixture), IClassFixture<HttpShopFixture>;

public sealed class HttpPagingTests(HttpShopFixture fixture) : PagingTests(fixture), IClassFixture<HttpShopFixture>;

public sealed class HttpQueryOptionsTests(HttpShopFixture fixture) : QueryOptionsTests(fixture), IClassFixture<HttpShopFixture>;

public sealed class HttpTrackingTests(HttpShopFixture fixture) : TrackingTests(fixture), IClassFixture<HttpShopFixture>;

public sealed class HttpLargeResultTests() : LargeResultTests(new HttpStore());

public sealed class HttpNavigationTests() : NavigationTests(new HttpStore());

public sealed class HttpGroupTests() : GroupTests(new HttpStore());

public sealed class HttpLookupTests() : LookupTests(new HttpStore());

public sealed class HttpBulkWriteTests() : BulkWriteTests(new HttpStore());

public sealed class HttpBulkWriteConcurrencyTests() : BulkWriteConcurrencyTests(new HttpStore());

public sealed class HttpSourceTests() : SourceTests(new HttpStore());

public sealed class HttpShapeTests() : ShapeTests(new HttpStore());

public sealed class HttpFindFallbackTests() : FindFallbackTests(new HttpStore());

public sealed class HttpRoundTripTests() : RoundTripTests(new HttpStore());

public sealed class HttpSaveAndFindSimulationTests() : SaveAndFindSimulationTests(new HttpStore());

public sealed class HttpSaveChangesStoreTests() : SaveChangesStoreTests(new HttpStore());

public sealed class HttpTimeToLiveTests() : TimeToLiveTests(new HttpStore());

using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query.Northwind;

public class NorthwindAggregateOperatorsQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindAggregateOperatorsQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindAsNoTrackingQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindAsNoTrackingQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindAsTrackingQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindAsTrackingQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindChangeTrackingQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindChangeTrackingQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindCompiledQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindCompiledQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindDbFunctionsQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindDbFunctionsQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindEFPropertyIncludeQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindEFPropertyIncludeQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindFunctionsQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindFunctionsQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindGroupByQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindGroupByQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindIncludeNoTrackingQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindIncludeNoTrackingQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindIncludeQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindIncludeQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindJoinQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindJoinQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindKeylessEntitiesQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindKeylessEntitiesQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindMiscellaneousQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindMiscellaneousQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindNavigationsQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindNavigationsQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindQueryTaggingQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindQueryTaggingQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindSelectQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindSelectQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindSetOperationsQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindSetOperationsQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindStringIncludeQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindStringIncludeQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindWhereQueryDynamoTest(NorthwindQueryDynamoFixture<NoopModelCustomizer> fixture)
    : NorthwindWhereQueryTestBase<NorthwindQueryDynamoFixture<NoopModelCustomizer>>(fixture);

public class NorthwindQueryFiltersQueryDynamoTest(NorthwindQueryDynamoFixture<NorthwindQueryFiltersCustomizer> fixture)
    : NorthwindQueryFiltersQueryTestBase<NorthwindQueryDynamoFixture<NorthwindQueryFiltersCustomizer>>(fixture);

using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class ManyToManyQueryDynamoFixture : ManyToManyQueryFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}

public class ManyToManyQueryDynamoTest(ManyToManyQueryDynamoFixture fixture) : ManyToManyQueryTestBase<ManyToManyQueryDynamoFixture>(fixture);

public class ManyToManyNoTrackingQueryDynamoTest(ManyToManyQueryDynamoFixture fixture) : ManyToManyNoTrackingQueryTestBase<ManyToManyQueryDynamoFixture>(fixture);

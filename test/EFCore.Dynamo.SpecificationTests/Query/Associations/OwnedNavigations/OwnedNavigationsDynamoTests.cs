using Microsoft.EntityFrameworkCore.Query.Associations.OwnedNavigations;

namespace EFCore.Dynamo.SpecificationTests.Query.Associations.OwnedNavigations;

public class OwnedNavigationsDynamoFixture : OwnedNavigationsFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}

public class OwnedNavigationsCollectionDynamoTest(OwnedNavigationsDynamoFixture fixture) : OwnedNavigationsCollectionTestBase<OwnedNavigationsDynamoFixture>(fixture);

public class OwnedNavigationsMiscellaneousDynamoTest(OwnedNavigationsDynamoFixture fixture) : OwnedNavigationsMiscellaneousTestBase<OwnedNavigationsDynamoFixture>(fixture);

public class OwnedNavigationsPrimitiveCollectionDynamoTest(OwnedNavigationsDynamoFixture fixture) : OwnedNavigationsPrimitiveCollectionTestBase<OwnedNavigationsDynamoFixture>(fixture);

public class OwnedNavigationsProjectionDynamoTest(OwnedNavigationsDynamoFixture fixture) : OwnedNavigationsProjectionTestBase<OwnedNavigationsDynamoFixture>(fixture);

public class OwnedNavigationsSetOperationsDynamoTest(OwnedNavigationsDynamoFixture fixture) : OwnedNavigationsSetOperationsTestBase<OwnedNavigationsDynamoFixture>(fixture);

public class OwnedNavigationsStructuralEqualityDynamoTest(OwnedNavigationsDynamoFixture fixture) : OwnedNavigationsStructuralEqualityTestBase<OwnedNavigationsDynamoFixture>(fixture);

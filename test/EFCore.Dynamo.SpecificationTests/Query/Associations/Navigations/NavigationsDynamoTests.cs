using Microsoft.EntityFrameworkCore.Query.Associations;
using Microsoft.EntityFrameworkCore.Query.Associations.Navigations;

namespace EFCore.Dynamo.SpecificationTests.Query.Associations.Navigations;

public class NavigationsDynamoFixture : NavigationsFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder, DbContext context)
    {
        base.OnModelCreating(modelBuilder, context);

        // The tests compare whole graphs.
        modelBuilder.Entity<RootEntity>().Navigation(root => root.RequiredAssociate).AutoInclude();
        modelBuilder.Entity<RootEntity>().Navigation(root => root.OptionalAssociate).AutoInclude();
        modelBuilder.Entity<RootEntity>().Navigation(root => root.AssociateCollection).AutoInclude();
        modelBuilder.Entity<AssociateType>().Navigation(associate => associate.RequiredNestedAssociate).AutoInclude();
        modelBuilder.Entity<AssociateType>().Navigation(associate => associate.OptionalNestedAssociate).AutoInclude();
        modelBuilder.Entity<AssociateType>().Navigation(associate => associate.NestedCollection).AutoInclude();
    }
}

public class NavigationsCollectionDynamoTest(NavigationsDynamoFixture fixture) : NavigationsCollectionTestBase<NavigationsDynamoFixture>(fixture);

public class NavigationsMiscellaneousDynamoTest(NavigationsDynamoFixture fixture) : NavigationsMiscellaneousTestBase<NavigationsDynamoFixture>(fixture);

public class NavigationsPrimitiveCollectionDynamoTest(NavigationsDynamoFixture fixture) : NavigationsPrimitiveCollectionTestBase<NavigationsDynamoFixture>(fixture);

public class NavigationsProjectionDynamoTest(NavigationsDynamoFixture fixture) : NavigationsProjectionTestBase<NavigationsDynamoFixture>(fixture);

public class NavigationsSetOperationsDynamoTest(NavigationsDynamoFixture fixture) : NavigationsSetOperationsTestBase<NavigationsDynamoFixture>(fixture);

public class NavigationsStructuralEqualityDynamoTest(NavigationsDynamoFixture fixture) : NavigationsStructuralEqualityTestBase<NavigationsDynamoFixture>(fixture);

public class NavigationsIncludeDynamoTest(NavigationsDynamoFixture fixture) : NavigationsIncludeTestBase<NavigationsDynamoFixture>(fixture);

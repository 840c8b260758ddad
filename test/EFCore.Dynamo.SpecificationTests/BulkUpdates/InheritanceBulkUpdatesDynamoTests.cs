using Microsoft.EntityFrameworkCore.BulkUpdates;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.SpecificationTests.BulkUpdates;

public class InheritanceBulkUpdatesDynamoFixture : InheritanceBulkUpdatesFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    /// <inheritdoc />
    public override void UseTransaction(DatabaseFacade facade, IDbContextTransaction transaction)
    {
    }
}

public class FiltersInheritanceBulkUpdatesDynamoFixture : InheritanceBulkUpdatesFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    /// <inheritdoc />
    public override bool EnableFilters => true;

    /// <inheritdoc />
    public override void UseTransaction(DatabaseFacade facade, IDbContextTransaction transaction)
    {
    }
}

public class InheritanceBulkUpdatesDynamoTest(InheritanceBulkUpdatesDynamoFixture fixture) : InheritanceBulkUpdatesTestBase<InheritanceBulkUpdatesDynamoFixture>(fixture);

public class FiltersInheritanceBulkUpdatesDynamoTest(FiltersInheritanceBulkUpdatesDynamoFixture fixture) : FiltersInheritanceBulkUpdatesTestBase<FiltersInheritanceBulkUpdatesDynamoFixture>(fixture);

using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class InheritanceQueryDynamoFixture : InheritanceQueryFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}

public class FiltersInheritanceQueryDynamoFixture : InheritanceQueryFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    /// <inheritdoc />
    public override bool EnableFilters => true;
}

public class InheritanceQueryDynamoTest(InheritanceQueryDynamoFixture fixture) : InheritanceQueryTestBase<InheritanceQueryDynamoFixture>(fixture);

public class FiltersInheritanceQueryDynamoTest(FiltersInheritanceQueryDynamoFixture fixture) : FiltersInheritanceQueryTestBase<FiltersInheritanceQueryDynamoFixture>(fixture);

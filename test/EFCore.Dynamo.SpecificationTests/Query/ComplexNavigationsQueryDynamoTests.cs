using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class ComplexNavigationsQueryDynamoFixture : ComplexNavigationsQueryFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}

public class ComplexNavigationsSharedTypeQueryDynamoFixture : ComplexNavigationsSharedTypeQueryFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}

public class ComplexNavigationsQueryDynamoTest(ComplexNavigationsQueryDynamoFixture fixture) : ComplexNavigationsQueryTestBase<ComplexNavigationsQueryDynamoFixture>(fixture);

public class ComplexNavigationsCollectionsQueryDynamoTest(ComplexNavigationsQueryDynamoFixture fixture) : ComplexNavigationsCollectionsQueryTestBase<ComplexNavigationsQueryDynamoFixture>(fixture);

public class ComplexNavigationsSharedTypeQueryDynamoTest(ComplexNavigationsSharedTypeQueryDynamoFixture fixture) : ComplexNavigationsSharedTypeQueryTestBase<ComplexNavigationsSharedTypeQueryDynamoFixture>(fixture);

public class ComplexNavigationsCollectionsSharedTypeQueryDynamoTest(ComplexNavigationsSharedTypeQueryDynamoFixture fixture) : ComplexNavigationsCollectionsSharedTypeQueryTestBase<ComplexNavigationsSharedTypeQueryDynamoFixture>(fixture);

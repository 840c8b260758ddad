namespace EFCore.Dynamo.SpecificationTests;

public class DataAnnotationDynamoTest(DataAnnotationDynamoTest.DataAnnotationDynamoFixture fixture) : DataAnnotationTestBase<DataAnnotationDynamoTest.DataAnnotationDynamoFixture>(fixture)
{
    /// <inheritdoc />
    protected override TestHelpers TestHelpers => DynamoTestHelpers.Instance;

    /// <inheritdoc />
    protected override bool HasForeignKeyIndexes => false;

    public class DataAnnotationDynamoFixture : DataAnnotationFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

namespace EFCore.Dynamo.SpecificationTests;

public abstract class FindDynamoTest(FindDynamoTest.FindDynamoFixture fixture) : FindTestBase<FindDynamoTest.FindDynamoFixture>(fixture)
{
    public class FindDynamoTestSet(FindDynamoFixture fixture) : FindDynamoTest(fixture)
    {
        /// <inheritdoc />
        protected override TestFinder Finder { get; } = new FindViaSetFinder();
    }

    public class FindDynamoTestContext(FindDynamoFixture fixture) : FindDynamoTest(fixture)
    {
        /// <inheritdoc />
        protected override TestFinder Finder { get; } = new FindViaContextFinder();
    }

    public class FindDynamoTestNonGeneric(FindDynamoFixture fixture) : FindDynamoTest(fixture)
    {
        /// <inheritdoc />
        protected override TestFinder Finder { get; } = new FindViaNonGenericContextFinder();
    }

    public class FindDynamoFixture : FindFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

namespace EFCore.Dynamo.SpecificationTests;

public class LazyLoadProxyDynamoTest(LazyLoadProxyDynamoTest.LazyLoadProxyDynamoFixture fixture) : LazyLoadProxyTestBase<LazyLoadProxyDynamoTest.LazyLoadProxyDynamoFixture>(fixture)
{
    public class LazyLoadProxyDynamoFixture : LoadFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

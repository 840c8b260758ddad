namespace EFCore.Dynamo.SpecificationTests;

public class KeysWithConvertersDynamoTest(KeysWithConvertersDynamoTest.KeysWithConvertersDynamoFixture fixture) : KeysWithConvertersTestBase<KeysWithConvertersDynamoTest.KeysWithConvertersDynamoFixture>(fixture)
{
    public class KeysWithConvertersDynamoFixture : KeysWithConvertersFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

namespace EFCore.Dynamo.SpecificationTests;

public class MusicStoreDynamoTest(MusicStoreDynamoTest.MusicStoreDynamoFixture fixture) : MusicStoreTestBase<MusicStoreDynamoTest.MusicStoreDynamoFixture>(fixture)
{
    public class MusicStoreDynamoFixture : MusicStoreFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

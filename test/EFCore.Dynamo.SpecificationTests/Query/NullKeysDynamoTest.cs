using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class NullKeysDynamoTest(NullKeysDynamoTest.NullKeysDynamoFixture fixture) : NullKeysTestBase<NullKeysDynamoTest.NullKeysDynamoFixture>(fixture)
{
    public class NullKeysDynamoFixture : NullKeysFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

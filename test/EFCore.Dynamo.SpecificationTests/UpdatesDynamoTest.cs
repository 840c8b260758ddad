using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.SpecificationTests;

public class UpdatesDynamoTest(UpdatesDynamoTest.UpdatesDynamoFixture fixture) : UpdatesTestBase<UpdatesDynamoTest.UpdatesDynamoFixture>(fixture)
{
    /// <inheritdoc />
    protected override string UpdateConcurrencyMessage => UpdateConcurrencyTokenMessage;

    /// <inheritdoc />
    protected override string UpdateConcurrencyTokenMessage
        => "The item of 'Product' {\"Id\":{\"S\":\"984ade3c-2f7b-4651-a351-642e92ab7146\"}} was changed or deleted since it was read, so the write that expected it "
            + "unchanged was not made. See https://go.microsoft.com/fwlink/?LinkId=527962 for ways to handle concurrency conflicts.";

    public class UpdatesDynamoFixture : UpdatesFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.SpecificationTests;

public class UpdatesDynamoTest(UpdatesDynamoTest.UpdatesDynamoFixture fixture) : UpdatesTestBase<UpdatesDynamoTest.UpdatesDynamoFixture>(fixture)
{
    /// <inheritdoc />
    protected override string UpdateConcurrencyMessage => Conflict("3d1302c5-4cf8-4043-9758-de9398f6fe10");

    /// <inheritdoc />
    protected override string UpdateConcurrencyTokenMessage => Conflict("984ade3c-2f7b-4651-a351-642e92ab7146");

    private static string Conflict(string id)
        => $"The item of 'Product' {{\"Id\":{{\"S\":\"{id}\"}}}} was changed or deleted since it was read, so the write that expected it unchanged was not made. "
            + "See https://go.microsoft.com/fwlink/?LinkId=527962 for ways to handle concurrency conflicts.";

    public class UpdatesDynamoFixture : UpdatesFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

using Microsoft.EntityFrameworkCore.Query.Translations;

namespace EFCore.Dynamo.SpecificationTests.Query.Translations;

public class BasicTypesQueryDynamoFixture : BasicTypesQueryFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}

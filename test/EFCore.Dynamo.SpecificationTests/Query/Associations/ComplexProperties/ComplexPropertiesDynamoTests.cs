using Microsoft.EntityFrameworkCore.Query.Associations.ComplexProperties;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.SpecificationTests.Query.Associations.ComplexProperties;

public class ComplexPropertiesDynamoFixture : ComplexPropertiesFixtureBase
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    /// <inheritdoc />
    public override void UseTransaction(DatabaseFacade facade, IDbContextTransaction transaction)
    {
    }
}

public class ComplexPropertiesCollectionDynamoTest(ComplexPropertiesDynamoFixture fixture) : ComplexPropertiesCollectionTestBase<ComplexPropertiesDynamoFixture>(fixture);

public class ComplexPropertiesMiscellaneousDynamoTest(ComplexPropertiesDynamoFixture fixture) : ComplexPropertiesMiscellaneousTestBase<ComplexPropertiesDynamoFixture>(fixture);

public class ComplexPropertiesPrimitiveCollectionDynamoTest(ComplexPropertiesDynamoFixture fixture) : ComplexPropertiesPrimitiveCollectionTestBase<ComplexPropertiesDynamoFixture>(fixture);

public class ComplexPropertiesProjectionDynamoTest(ComplexPropertiesDynamoFixture fixture) : ComplexPropertiesProjectionTestBase<ComplexPropertiesDynamoFixture>(fixture);

public class ComplexPropertiesSetOperationsDynamoTest(ComplexPropertiesDynamoFixture fixture) : ComplexPropertiesSetOperationsTestBase<ComplexPropertiesDynamoFixture>(fixture);

public class ComplexPropertiesStructuralEqualityDynamoTest(ComplexPropertiesDynamoFixture fixture) : ComplexPropertiesStructuralEqualityTestBase<ComplexPropertiesDynamoFixture>(fixture);

public class ComplexPropertiesBulkUpdateDynamoTest(ComplexPropertiesDynamoFixture fixture) : ComplexPropertiesBulkUpdateTestBase<ComplexPropertiesDynamoFixture>(fixture);

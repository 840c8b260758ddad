namespace EFCore.Dynamo.SpecificationTests;

public class F1DynamoFixture : F1DynamoFixture<byte[]>;

public class F1ULongDynamoFixture : F1DynamoFixture<ulong>;

public abstract class F1DynamoFixture<TRowVersion> : F1FixtureBase<TRowVersion>
{
    /// <inheritdoc />
    public override TestHelpers TestHelpers => DynamoTestHelpers.Instance;

    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}

public class DataBindingDynamoTest(F1DynamoFixture fixture) : DataBindingTestBase<F1DynamoFixture>(fixture);

public class SerializationDynamoTest(F1DynamoFixture fixture) : SerializationTestBase<F1DynamoFixture>(fixture);

public class OptimisticConcurrencyDynamoTest(F1DynamoFixture fixture) : OptimisticConcurrencyTestBase<F1DynamoFixture, byte[]>(fixture);

public class OptimisticConcurrencyULongDynamoTest(F1ULongDynamoFixture fixture) : OptimisticConcurrencyTestBase<F1ULongDynamoFixture, ulong>(fixture);

namespace EFCore.Dynamo.SpecificationTests;

public class ConvertToProviderTypesDynamoTest(ConvertToProviderTypesDynamoTest.ConvertToProviderTypesDynamoFixture fixture) : ConvertToProviderTypesTestBase<ConvertToProviderTypesDynamoTest.ConvertToProviderTypesDynamoFixture>(fixture)
{
    public class ConvertToProviderTypesDynamoFixture : ConvertToProviderTypesFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        public override bool StrictEquality => true;

        /// <inheritdoc />
        public override bool SupportsAnsi => false;

        /// <inheritdoc />
        public override bool SupportsUnicodeToAnsiConversion => true;

        /// <inheritdoc />
        public override bool SupportsLargeStringComparisons => true;

        /// <inheritdoc />
        public override bool SupportsBinaryKeys => true;

        /// <inheritdoc />
        public override bool SupportsDecimalComparisons => true;

        /// <inheritdoc />
        public override DateTime DefaultDateTime => default;

        /// <inheritdoc />
        public override bool PreservesDateTimeKind => false;
    }
}

namespace EFCore.Dynamo.SpecificationTests;

public class CustomConvertersDynamoTest(CustomConvertersDynamoTest.CustomConvertersDynamoFixture fixture) : CustomConvertersTestBase<CustomConvertersDynamoTest.CustomConvertersDynamoFixture>(fixture)
{
    public class CustomConvertersDynamoFixture : CustomConvertersFixtureBase
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

using Microsoft.EntityFrameworkCore.ModelBuilding;

namespace EFCore.Dynamo.SpecificationTests.ModelBuilding;

public class ModelBuilderDynamoTest : ModelBuilderTest
{
    public class DynamoNonRelationship(DynamoModelBuilderFixture fixture) : NonRelationshipTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoComplexType(DynamoModelBuilderFixture fixture) : ComplexTypeTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoComplexCollection(DynamoModelBuilderFixture fixture) : ComplexCollectionTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoInheritance(DynamoModelBuilderFixture fixture) : InheritanceTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoOneToMany(DynamoModelBuilderFixture fixture) : OneToManyTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoManyToOne(DynamoModelBuilderFixture fixture) : ManyToOneTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoOneToOne(DynamoModelBuilderFixture fixture) : OneToOneTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoManyToMany(DynamoModelBuilderFixture fixture) : ManyToManyTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoOwnedTypes(DynamoModelBuilderFixture fixture) : OwnedTypesTestBase(fixture), IClassFixture<DynamoModelBuilderFixture>
    {
        /// <inheritdoc />
        protected override TestModelBuilder CreateModelBuilder(Action<ModelConfigurationBuilder>? configure) => new GenericTestModelBuilder(Fixture, configure);
    }

    public class DynamoModelBuilderFixture : ModelBuilderFixtureBase
    {
        /// <inheritdoc />
        public override TestHelpers TestHelpers => DynamoTestHelpers.Instance;

        /// <inheritdoc />
        public override bool ForeignKeysHaveIndexes => false;
    }
}

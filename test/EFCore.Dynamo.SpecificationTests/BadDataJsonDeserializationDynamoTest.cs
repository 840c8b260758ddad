namespace EFCore.Dynamo.SpecificationTests;

public class BadDataJsonDeserializationDynamoTest : BadDataJsonDeserializationTestBase
{
    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => base.OnConfiguring(DynamoTestHelpers.Instance.UseProviderOptions(optionsBuilder));
}

namespace EFCore.Dynamo.SpecificationTests;

public class ModelBuilding101DynamoTest : ModelBuilding101TestBase
{
    /// <inheritdoc />
    protected override DbContextOptionsBuilder ConfigureContext(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseDynamo($"Data Source=ModelBuilding101-{Guid.NewGuid():N};Mode=Memory");
}

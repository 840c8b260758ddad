using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>The planning model on an engine in memory.</summary>
internal sealed class PlanningContext(IDynamoClient client) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => PlanningModel.Configure(modelBuilder);
}

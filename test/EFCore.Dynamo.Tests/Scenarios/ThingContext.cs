using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

internal sealed class ThingContext(string connectionString) : DbContext
{
    public DbSet<Thing> Things => Set<Thing>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(connectionString);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Thing>(b =>
        {
            b.ComplexProperty(thing => thing.Place);
            b.OwnsMany(thing => thing.Parts);
        });
}

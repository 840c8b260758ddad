using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Facets;

internal sealed class FacetContext(string connectionString) : DbContext
{
    public DbSet<Probe> Probes => Set<Probe>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseDynamo(connectionString).EnableSensitiveDataLogging();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Wrapped>().HaveConversion<WrappedConverter>();
        configurationBuilder.DefaultTypeMapping<Wrapped>().HasConversion<WrappedConverter>();
        configurationBuilder.ComplexProperties<Facet>();
        configurationBuilder.ComplexProperties<Dims>();
        configurationBuilder.ComplexProperties<Spot>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Probe>(b =>
        {
            b.ToDynamoTable("probes");
            b.HasKey(p => p.Id);
            b.PrimitiveCollection(p => p.Ws).ElementType().HasConversion<WrappedConverter>();
            b.Property(p => p.Folded).HasConversion(v => v!.ToLowerInvariant(), v => v);
            b.ComplexProperty(p => p.C);
            b.ComplexProperty(p => p.D);
            b.ComplexProperty(p => p.P);
            b.ComplexCollection(p => p.L);
            b.ComplexProperty(p => p.Inner, i =>
            {
                i.PrimitiveCollection(f => f.Ws).ElementType().HasConversion<WrappedConverter>();
                i.Property(f => f.Folded).HasConversion(v => v!.ToLowerInvariant(), v => v);
                i.ComplexProperty(f => f.C);
                i.ComplexProperty(f => f.D);
                i.ComplexProperty(f => f.P);
                i.ComplexCollection(f => f.L);
            });
            b.ComplexCollection(p => p.Items, i =>
            {
                i.PrimitiveCollection(f => f.Ws).ElementType().HasConversion<WrappedConverter>();
                i.Property(f => f.Folded).HasConversion(v => v!.ToLowerInvariant(), v => v);
                i.ComplexProperty(f => f.C);
                i.ComplexProperty(f => f.D);
                i.ComplexProperty(f => f.P);
                i.ComplexCollection(f => f.L);
            });
        });

    private sealed class WrappedConverter()
        : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Wrapped, int>(w => w.Value, v => new Wrapped(v));
}

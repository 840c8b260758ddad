using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Tests.Query.Plans;

internal sealed class SampleContext(string connectionString) : DbContext
{
    public DbSet<Sample> Samples => Set<Sample>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseDynamo(connectionString).EnableSensitiveDataLogging();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Sample>(b =>
        {
            b.ToDynamoTable("samples");
            b.HasKey(s => new { s.Part, s.Id });
            b.HasPartitionKey(s => s.Part);
            b.HasSortKey(s => s.Id);
            b.HasGlobalSecondaryIndex("by-time").HasPartitionKey(s => s.Group).HasSortKey(s => s.KeyTime);
            b.HasGlobalSecondaryIndex("by-moment").HasPartitionKey(s => s.Group).HasSortKey(s => s.KeyMoment);
            b.HasGlobalSecondaryIndex("by-group").HasPartitionKey(s => s.Group).HasSortKey(s => s.Id);
            b.HasTimeToLive(s => s.Expiry);
            b.Property(s => s.NamedLevel).HasConversion<string>();
            b.Property(s => s.Code).HasConversion(c => c.Number, n => new Code(n));
            b.Property(s => s.MaybeCode).HasConversion(new ValueConverter<Code, int>(c => c.Number, n => new Code(n)));
            b.Property(s => s.Utc).HasConversion(t => t.ToUniversalTime(), t => DateTime.SpecifyKind(t, DateTimeKind.Utc));
            b.Property(s => s.Lower).HasConversion(t => t.ToLowerInvariant(), t => t);
            b.ComplexProperty(s => s.Detail);
        });
}

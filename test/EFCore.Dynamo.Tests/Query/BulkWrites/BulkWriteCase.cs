using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Tests.Query.BulkWrites;

/// <summary>A bulk write, and what a program without it does: reads, changes, saves.</summary>
public abstract class BulkWriteCase
{
    /// <summary>Writes in bulk.</summary>
    public abstract int Execute(WarehouseContext context);

    /// <summary>The same, asynchronously.</summary>
    public abstract Task<int> ExecuteAsync(WarehouseContext context);

    /// <summary>Reads the entities, changes each, and saves them.</summary>
    public abstract Task<int> SaveAsync(WarehouseContext context);

    /// <summary>An update.</summary>
    public static BulkWriteCase Update<T>(
        Func<WarehouseContext, IQueryable<T>> query, Action<UpdateSettersBuilder<T>> setters, Action<T> change)
        where T : class
        => new UpdateCase<T>(query, setters, change);

    /// <summary>A delete.</summary>
    public static BulkWriteCase Delete<T>(Func<WarehouseContext, IQueryable<T>> query)
        where T : class
        => new DeleteCase<T>(query);

    private sealed class UpdateCase<T>(Func<WarehouseContext, IQueryable<T>> query, Action<UpdateSettersBuilder<T>> setters, Action<T> change) : BulkWriteCase
        where T : class
    {
        public override int Execute(WarehouseContext context)
            => query(context).ExecuteUpdate(setters);

        public override Task<int> ExecuteAsync(WarehouseContext context)
            => query(context).ExecuteUpdateAsync(setters);

        public override async Task<int> SaveAsync(WarehouseContext context)
        {
            var entities = await query(context).ToListAsync();
            entities.ForEach(change);
            await context.SaveChangesAsync();
            return entities.Count;
        }
    }

    private sealed class DeleteCase<T>(Func<WarehouseContext, IQueryable<T>> query) : BulkWriteCase
        where T : class
    {
        public override int Execute(WarehouseContext context)
            => query(context).ExecuteDelete();

        public override Task<int> ExecuteAsync(WarehouseContext context)
            => query(context).ExecuteDeleteAsync();

        public override async Task<int> SaveAsync(WarehouseContext context)
        {
            var entities = await query(context).ToListAsync();
            context.RemoveRange(entities);
            await context.SaveChangesAsync();
            return entities.Count;
        }
    }
}

using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>Restores a snapshot unless it is committed.</summary>
internal sealed class SnapshotTransaction(TableSnapshot snapshot, Action ended) : IDbContextTransaction
{
    private bool _isOver;

    /// <inheritdoc />
    public Guid TransactionId { get; } = Guid.NewGuid();

    /// <inheritdoc />
    public void Commit()
    {
        _isOver = true;
        ended();
    }

    /// <inheritdoc />
    public Task CommitAsync(CancellationToken cancellationToken = default)
    {
        Commit();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Rollback() => RollbackAsync().GetAwaiter().GetResult();

    /// <inheritdoc />
    public async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (!_isOver)
        {
            await snapshot.RestoreAsync();
            Commit();
        }
    }

    /// <inheritdoc />
    public void Dispose() => Rollback();

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await RollbackAsync();
}

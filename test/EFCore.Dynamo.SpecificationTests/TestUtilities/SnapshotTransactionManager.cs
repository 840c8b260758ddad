using System.Transactions;
using EFCore.Dynamo.Clients;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>Lets the tests have their transactions: what is saved is saved at once, and a rollback puts the tables back as they were at the beginning.</summary>
/// <remarks>The contexts of one test share what is saved, which no transaction of DynamoDB's could give them; nothing is isolated.</remarks>
internal sealed class SnapshotTransactionManager(IDynamoClientSource clientSource) : IDbContextTransactionManager, ITransactionEnlistmentManager
{
    /// <inheritdoc />
    public IDbContextTransaction? CurrentTransaction { get; private set; }

    /// <inheritdoc />
    public Transaction? EnlistedTransaction => null;

    /// <inheritdoc />
    public Transaction? CurrentAmbientTransaction => Transaction.Current;

    /// <inheritdoc />
    public IDbContextTransaction BeginTransaction() => BeginTransactionAsync().GetAwaiter().GetResult();

    /// <inheritdoc />
    public async Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default)
        => CurrentTransaction = new SnapshotTransaction(await TableSnapshot.TakeAsync(clientSource.Client), () => CurrentTransaction = null);

    /// <inheritdoc />
    public void CommitTransaction() => CurrentTransaction?.Commit();

    /// <inheritdoc />
    public Task CommitTransactionAsync(CancellationToken cancellationToken = default) => CurrentTransaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc />
    public void RollbackTransaction() => CurrentTransaction?.Rollback();

    /// <inheritdoc />
    public Task RollbackTransactionAsync(CancellationToken cancellationToken = default)
        => CurrentTransaction?.RollbackAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc />
    public void EnlistTransaction(Transaction? transaction)
        => throw new NotSupportedException("The specification tests have no ambient transactions.");

    /// <inheritdoc />
    public void ResetState() => CurrentTransaction?.Dispose();

    /// <inheritdoc />
    public async Task ResetStateAsync(CancellationToken cancellationToken = default)
    {
        if (CurrentTransaction is { } transaction)
        {
            await transaction.DisposeAsync();
        }
    }
}

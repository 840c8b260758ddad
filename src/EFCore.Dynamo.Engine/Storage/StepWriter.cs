using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>
///     Writes what is done in steps of many items, and in steps of half as many where a full store has no room for one, until a single item does not fit.
/// </summary>
/// <remarks>LMDB copies the pages that a step changes: fewer items need fewer free ones, and deleting them frees more for the next step.</remarks>
/// <param name="store">The store.</param>
/// <param name="maxItems">What a step has where there is room: some milliseconds of work, since users' writes wait that long.</param>
internal sealed class StepWriter(Store store, int maxItems)
{
    private int _items = maxItems;

    /// <param name="createStep">Creates a step of so many items.</param>
    /// <param name="cancellationToken">A token.</param>
    /// <exception cref="StorageFullException">There is no room for one item.</exception>
    public async ValueTask<TResult> WriteAsync<TResult>(Func<int, IWriteOperation<TResult>> createStep, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await store.WriteAsync(createStep(_items), cancellationToken).ConfigureAwait(false);
            }
            catch (StorageFullException) when (_items > 1)
            {
                _items /= 2;
            }
        }
    }
}

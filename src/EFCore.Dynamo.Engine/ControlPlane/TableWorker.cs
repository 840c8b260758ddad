using EFCore.Dynamo.Engine.Background;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>Runs the <see cref="TableWork" /> of all tables in the background: at the open, whenever a table changed, and when a status ends.</summary>
internal sealed class TableWorker : BackgroundWorker
{
    private readonly EngineContext _context;

    public TableWorker(EngineContext context)
        : base(context.SteadyTime)
    {
        _context = context;
        context.Catalog.Changed += Wake;
        Start();
    }

    protected override async ValueTask<TimeSpan?> RunRoundAsync(CancellationToken cancellationToken)
    {
        // The clock is read before the work: a status that ends during it may not have been seen to have ended, and is waited for.
        var now = TimeProvider.GetUtcNow();
        bool isWorking;
        do
        {
            isWorking = false;
            foreach (var table in _context.Catalog.Current.Tables)
            {
                if (TableWork.IsPendingFor(table))
                {
                    await TryAsync(
                        async () => isWorking |= await TableWork.StepAsync(_context, table, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
                }
            }
        }
        while (isWorking);
        return _context.Catalog.Current.Tables.Min(table => TableWork.GetNextEnd(table, now)) - now;
    }
}

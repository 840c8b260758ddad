using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>A statement that writes one item, or checks one, bound to its table.</summary>
/// <param name="write">What it does to the item.</param>
/// <param name="update">The update of an UPDATE.</param>
/// <param name="returning">What it returns.</param>
internal sealed class StatementWrite(ItemWrite write, BoundUpdate? update, PartiQlReturning returning)
{
    public ItemWrite Write => write;

    /// <summary>The service's error for what the write came to: an INSERT that meets an item is a duplicate.</summary>
    public ServiceError Explain(ServiceError error)
        => write is PutWrite && error.Code == ServiceErrorCode.ConditionalCheckFailed ? ServiceError.DuplicateItem(PartiQlTexts.DuplicateItem) : error;

    /// <summary>What RETURNING asked for; only after the write.</summary>
    public IReadOnlyList<Item> GetReturned()
    {
        var item = returning switch
        {
            PartiQlReturning.AllOld => write.OldItem,
            PartiQlReturning.AllNew => write.NewItem,
            PartiQlReturning.ModifiedOld => GetModified(write.OldItem),
            PartiQlReturning.ModifiedNew => GetModified(write.NewItem),
            _ => null,
        };
        return item is { } returned ? [returned] : [];
    }

    private Item? GetModified(Item? image)
    {
        if (image is not { } present || update is null)
            return null;
        var modified = update.ProjectTouchedPaths(present.Span);
        return modified.Count == 0 ? null : modified;
    }
}

using System.Diagnostics;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>A statement that writes one item, or checks one, bound to its table.</summary>
/// <param name="write">What it does to the item.</param>
/// <param name="returning">What it returns.</param>
internal sealed class StatementWrite(ItemWrite write, PartiQlReturning returning)
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
            PartiQlReturning.ModifiedOld => write.GetUpdatedOld(),
            PartiQlReturning.ModifiedNew => write.GetUpdatedNew(),
            PartiQlReturning.None => null,
            _ => throw new UnreachableException($"{returning} is no clause."),
        };
        return item is { } returned ? [returned] : [];
    }
}

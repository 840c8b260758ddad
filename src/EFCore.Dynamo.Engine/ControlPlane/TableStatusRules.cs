using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>What a table's status allows.</summary>
internal static class TableStatusRules
{
    /// <summary>Only an active table can be changed or deleted.</summary>
    public static ServiceError? ValidateChangeable(TableSchema table, DateTimeOffset now) => table.GetStatus(now) switch
    {
        TableStatus.Active => null,
        TableStatus.Creating => ServiceError.ResourceInUse(ResourceTexts.TableIsBeing("created", table.Name)),
        TableStatus.Updating => ServiceError.ResourceInUse(ResourceTexts.TableIsBeing("updated", table.Name)),
        TableStatus.Deleting => ServiceError.ResourceInUse(ResourceTexts.TableIsBeing("deleted", table.Name)),
        _ => ServiceError.ResourceNotFound(ResourceTexts.TableNotFound(table.Name)),
    };
}

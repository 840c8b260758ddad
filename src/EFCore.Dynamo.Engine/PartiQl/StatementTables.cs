using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The table that a statement names, if the service runs statements on it.</summary>
internal static class StatementTables
{
    public static TableSchema? Find(EngineContext context, PartiQlNode statement, out ServiceError? error)
    {
        var name = statement.Source.TableName;
        var table = context.FindTable(name);
        error = table is null ? context.TableNotFound(name, GetAction(statement))
            : Array.Exists(table.IndexesByName, HasKeyOfSeveral) ? ServiceError.Validation(PartiQlTexts.MultiAttributeKeys)
            : null;
        return error is null ? table : null;
    }

    private static bool HasKeyOfSeveral(IndexSchema index) => index.Key.PartitionKey.Length > 1 || index.Key.SortKey.Length > 1;

    /// <summary>What a policy would have to allow.</summary>
    private static string GetAction(PartiQlNode statement)
        => statement switch
        {
            InsertNode => "PartiQLInsert",
            UpdateStatementNode => "PartiQLUpdate",
            DeleteNode => "PartiQLDelete",
            _ => "PartiQLSelect",
        };
}

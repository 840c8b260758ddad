using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>The table that a statement names.</summary>
internal static class StatementTables
{
    public static TableSchema? Find(EngineContext context, PartiQlNode statement, out ServiceError? error)
    {
        var name = statement.Source.TableName;
        var table = context.FindTable(name);
        error = table is null ? context.TableNotFound(name, GetAction(statement)) : null;
        return table;
    }

    /// <summary>Whether the error fails a transaction as a whole instead of being a statement's reason.</summary>
    public static bool FailsTransaction(ServiceError? error)
        => error?.Code is ServiceErrorCode.EmptyKeyValue or ServiceErrorCode.ResourceNotFound or ServiceErrorCode.AccessDenied;

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

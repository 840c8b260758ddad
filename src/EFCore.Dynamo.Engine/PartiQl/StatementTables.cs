using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The table that a statement names, if the service runs statements on it.</summary>
internal static class StatementTables
{
    public static bool TryFind(
        EngineContext context, PartiQlNode statement, [NotNullWhen(true)] out TableSchema? table, [NotNullWhen(false)] out ServiceError? error)
    {
        var name = statement.Source.TableName;
        table = context.FindTable(name);
        error = null;
        if (table is null)
        {
            error = context.TableNotFound(name, statement.Accept(PolicyAction.Instance));
            return false;
        }

        if (Array.Exists(table.IndexesByName, HasKeyOfSeveral))
        {
            table = null;
            error = ServiceError.Validation(PartiQlTexts.MultiAttributeKeys);
            return false;
        }

        return true;
    }

    private static bool HasKeyOfSeveral(IndexSchema index) => index.Key.PartitionKey.Length > 1 || index.Key.SortKey.Length > 1;

    /// <summary>What a policy would have to allow.</summary>
    private sealed class PolicyAction : PartiQlNode.IVisitor<string>
    {
        public static readonly PolicyAction Instance = new();

        public string Visit(PartiQlNode.Select select) => "PartiQLSelect";

        public string Visit(PartiQlNode.Exists exists) => "PartiQLSelect";

        public string Visit(PartiQlNode.Insert insert) => "PartiQLInsert";

        public string Visit(PartiQlNode.Update update) => "PartiQLUpdate";

        public string Visit(PartiQlNode.Delete delete) => "PartiQLDelete";
    }
}

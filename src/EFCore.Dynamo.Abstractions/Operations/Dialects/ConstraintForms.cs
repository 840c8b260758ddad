namespace EFCore.Dynamo.Operations;

/// <summary>The forms that today's service has for violations of single members.</summary>
internal static class ConstraintForms
{
    public static readonly ConstraintForm EmptyTableName =
        new("tableName", ShownPath: "TableName") { Value = "''", IsAlone = true };

    /// <summary>With <c>UPDATE_NEW</c>: the slip is the service's.</summary>
    public static readonly ConstraintForm UnknownReturnValues =
        new("returnValues", "Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]");

    public static readonly ConstraintForm UnknownConditionalOperator =
        new("conditionalOperator", "Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]");

    public static readonly ConstraintForm LimitOutOfRange = new("limit", ShownPath: "Limit") { IsOfSingle = true };
    public static readonly ConstraintForm EmptyRequestItems = new("requestItems", ShownPath: "RequestItems") { Value = "'{}'", IsOfSingle = true };
    public static readonly ConstraintForm KeyCount = new("requestItems.*.member.keys", ShownPath: "RequestItems.*.member.Keys") { IsOfSingle = true };
    public static readonly ConstraintForm TableNamesFirst = new("requestItems") { Constraint = "Map keys", IsFirst = true };
}

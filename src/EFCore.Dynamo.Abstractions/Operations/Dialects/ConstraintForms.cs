namespace EFCore.Dynamo.Operations;

/// <summary>The forms that today's service has for violations of single members.</summary>
internal static class ConstraintForms
{
    public static readonly ConstraintForm EmptyTableName =
        new("tableName", "Value at 'TableName' failed to satisfy constraint: Member must have length greater than or equal to 1") { Value = "''", IsAlone = true };

    /// <summary>With <c>UPDATE_NEW</c>: the slip is the service's.</summary>
    public static readonly ConstraintForm UnknownReturnValues =
        new("returnValues", "Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]");

    public static readonly ConstraintForm UnknownConditionalOperator =
        new("conditionalOperator", "Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]");
}

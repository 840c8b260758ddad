using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>The service's errors about an update that does not fit the item.</summary>
internal static class UpdateErrors
{
    public const string WrongOperandType = "An operand in the update expression has an incorrect data type";

    /// <summary>The same about an action of the legacy <c>AttributeUpdates</c>.</summary>
    public const string LegacyTypeMismatch = "Type mismatch for attribute to update";

    public static DynamoValidationException WrongType() => new(WrongOperandType);

    public static DynamoValidationException MissingAttribute() => new("The provided expression refers to an attribute that does not exist in the item");

    public static DynamoValidationException InvalidPath() => new("The document path provided in the update expression is invalid for update");
}

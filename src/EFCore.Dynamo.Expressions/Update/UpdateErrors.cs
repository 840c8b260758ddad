using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>The service's errors about an update that does not fit the item.</summary>
internal static class UpdateErrors
{
    public static DynamoValidationException WrongType() => new("An operand in the update expression has an incorrect data type");

    public static DynamoValidationException MissingAttribute() => new("The provided expression refers to an attribute that does not exist in the item");

    public static DynamoValidationException InvalidPath() => new("The document path provided in the update expression is invalid for update");
}

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The service's texts about the names of tables in its control plane.</summary>
internal static class ResourceNameTexts
{
    public const string TableNameRequired = "The parameter 'TableName' is required but was not present in the request";
    public const string TableNameLength = "TableName must be at least 3 characters long and at most 255 characters long";
}

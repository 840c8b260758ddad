namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The service's texts for batches.</summary>
internal static class BatchTexts
{
    public const string TooManyGets = "Too many items requested for the BatchGetItem call";
    public const string TooManyWrites = "Too many items requested for the BatchWriteItem call";
    public const string Duplicates = "Provided list of item keys contains duplicates";
    public const string Both = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    public const string Neither = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
}

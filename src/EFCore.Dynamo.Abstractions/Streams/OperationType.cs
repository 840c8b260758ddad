namespace EFCore.Dynamo.Streams;

/// <summary>What a write did to its item.</summary>
public enum OperationType
{
    /// <summary>The service's <c>INSERT</c>: there was no item before.</summary>
    Insert,

    /// <summary>The service's <c>MODIFY</c>: there was one before and after.</summary>
    Modify,

    /// <summary>The service's <c>REMOVE</c>: there is none after.</summary>
    Remove,
}

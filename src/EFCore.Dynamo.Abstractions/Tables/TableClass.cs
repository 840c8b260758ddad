namespace EFCore.Dynamo.Tables;

/// <summary>What a table costs by its use.</summary>
public enum TableClass
{
    /// <summary>The service's <c>STANDARD</c>: the default.</summary>
    Standard,

    /// <summary>The service's <c>STANDARD_INFREQUENT_ACCESS</c>: cheaper storage, dearer requests.</summary>
    StandardInfrequentAccess,
}

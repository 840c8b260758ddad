namespace EFCore.Dynamo.Tables;

/// <summary>What a table costs by its use.</summary>
public enum TableClass
{
    /// <summary><c>STANDARD</c>: for tables whose cost is mostly requests; what a table has that was not told otherwise.</summary>
    Standard,

    /// <summary><c>STANDARD_INFREQUENT_ACCESS</c>: for tables whose cost is mostly storage; storage is cheaper, requests are dearer.</summary>
    StandardInfrequentAccess,
}

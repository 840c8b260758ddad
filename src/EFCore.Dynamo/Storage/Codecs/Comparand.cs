namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>What a value is to the attribute that it is compared with.</summary>
internal enum Comparand
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>The least attribute value that is not below it.</summary>
    Lower,

    /// <summary>The greatest attribute value that is not above it.</summary>
    Upper,
}

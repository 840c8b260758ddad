namespace EFCore.Dynamo.Values;

/// <summary>The ten types of an attribute value. The wire names are S, N, B, SS, NS, BS, M, L, NULL and BOOL.</summary>
public enum AttributeType : byte
{
    /// <summary>Wire name <c>NULL</c>.</summary>
    Null = 0,

    /// <summary>Wire name <c>BOOL</c>.</summary>
    Boolean = 1,

    /// <summary>Wire name <c>N</c>: up to 38 significant digits.</summary>
    Number = 2,

    /// <summary>Wire name <c>S</c>: UTF-8, compared by bytes.</summary>
    String = 3,

    /// <summary>Wire name <c>B</c>: bytes, compared as unsigned.</summary>
    Binary = 4,

    /// <summary>Wire name <c>NS</c>: numbers without order and without duplicates.</summary>
    NumberSet = 5,

    /// <summary>Wire name <c>SS</c>: strings without order and without duplicates.</summary>
    StringSet = 6,

    /// <summary>Wire name <c>BS</c>: binaries without order and without duplicates.</summary>
    BinarySet = 7,

    /// <summary>Wire name <c>L</c>: values of any types, in order.</summary>
    List = 8,

    /// <summary>Wire name <c>M</c>: values of any types by name.</summary>
    Map = 9,
}

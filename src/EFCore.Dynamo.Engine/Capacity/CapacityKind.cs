namespace EFCore.Dynamo.Engine.Capacity;

/// <summary>Whether units are reported with their read or write share: only transactions do.</summary>
internal enum CapacityKind
{
    /// <summary>One sum of units.</summary>
    Plain,

    /// <summary>Units are read units, and reported as such besides the sum.</summary>
    TransactionalRead,

    /// <summary>Units are write units, and reported as such besides the sum.</summary>
    TransactionalWrite,
}

namespace EFCore.Dynamo.Engine.Capacity;

/// <summary>Whether units are reported with their read or write share: only transactions do.</summary>
internal enum CapacityKind
{
    Plain,
    TransactionalRead,
    TransactionalWrite,
}

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>The four things that a part of a write transaction can do. Their names are in the hashes that request tokens are stored with.</summary>
internal enum TransactionActionKind
{
    Put,
    Update,
    Delete,
    Check,
}

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>The four things that a part of a write transaction can do. Their names are in the hashes that request tokens are stored with.</summary>
internal enum TransactionActionKind
{
    /// <summary>Puts an item in the place of another or of none.</summary>
    Put,

    /// <summary>Changes an item, or creates it.</summary>
    Update,

    /// <summary>Deletes an item, if it is there.</summary>
    Delete,

    /// <summary>Writes nothing: its condition must hold.</summary>
    Check,
}

namespace EFCore.Dynamo.Update.Changes;

/// <summary>What an attribute writer needs to spell its part of an update.</summary>
/// <param name="Expression">Where to.</param>
/// <param name="Folded">The changes inside the item; null where there are none.</param>
internal readonly record struct ItemChanges(WriteExpressionBuilder Expression, FoldedChanges? Folded);

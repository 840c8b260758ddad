namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One step that runs in the provider, over the rows (packed items) that the keyed source returns.</summary>
internal abstract record ClientOperator;

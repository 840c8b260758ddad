using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Operations;

/// <summary>An attribute value of a request that is none.</summary>
/// <param name="Path">The item, key or map of values it stands in, as constraints name it; in the request that is the empty item.</param>
/// <param name="Error">What is wrong with it.</param>
/// <param name="Placeholder">The placeholder that should have had it; null elsewhere.</param>
internal readonly record struct ValueFinding(string Path, ValueError Error, string? Placeholder = null);

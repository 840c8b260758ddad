namespace EFCore.Dynamo.Keys;

/// <summary>What all keys of a template share whose first holes are bound.</summary>
/// <param name="Text">The shared text; the whole key where <paramref name="IsComplete" />.</param>
/// <param name="IsComplete">Whether all holes are bound.</param>
/// <param name="IsExact">Whether "starts with <paramref name="Text" />" says that the bound holes have exactly their values; otherwise it may say less.</param>
public readonly record struct KeyPrefix(string Text, bool IsComplete, bool IsExact);

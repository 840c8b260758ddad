using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>One attribute of a key, with the type its values must have: String, Number or Binary.</summary>
internal readonly record struct KeyAttribute(AttributeName Name, AttributeType Type);

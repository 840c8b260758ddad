using System.Text.Json.Serialization;
using EFCore.Dynamo.Engine.Streams;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Serializers of the catalog, generated at compile time.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TableDocument))]
[JsonSerializable(typeof(StreamDocument))]
[JsonSerializable(typeof(ShardDocument))]
internal sealed partial class CatalogJsonContext : JsonSerializerContext;

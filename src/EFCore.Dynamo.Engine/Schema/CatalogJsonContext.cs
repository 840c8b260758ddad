using System.Text.Json.Serialization;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Serializers of the catalog, generated at compile time.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TableDocument))]
[JsonSerializable(typeof(StreamDocument))]
[JsonSerializable(typeof(ShardDocument))]
internal sealed partial class CatalogJsonContext : JsonSerializerContext;

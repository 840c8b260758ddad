using System.Text.Json.Serialization;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Serializers of the catalog, generated at compile time.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TableDocument))]
internal sealed partial class CatalogJsonContext : JsonSerializerContext;

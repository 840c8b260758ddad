using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>A secondary index as the catalog stores it.</summary>
internal sealed record IndexDocument(
    uint Id,
    string Name,
    bool IsGlobal,
    IReadOnlyList<KeySchemaElement> KeySchema,
    Projection Projection,
    ProvisionedThroughput? Throughput);

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>The top-level attributes that entities of a type, or of a type derived from it, are made of.</summary>
internal static class EntityAttributes
{
    public static HashSet<string> Find(IEntityType entityType)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in entityType.GetDerivedTypesInclusive())
        {
            names.UnionWith(type.GetProperties().Where(p => p.IsStored()).Select(p => p.GetAttributeName()));
            names.UnionWith(type.GetComplexProperties().Select(p => p.GetAttributeName()));
            names.UnionWith(type.GetNavigations().Where(n => n.TargetEntityType.IsNested()).Select(n => n.GetAttributeName()));
        }

        var layout = entityType.GetKeyLayout();
        names.Add(layout.PartitionKey.AttributeName);
        if (layout.SortKey is not null)
        {
            names.Add(layout.SortKey.AttributeName);
        }

        return names;
    }
}

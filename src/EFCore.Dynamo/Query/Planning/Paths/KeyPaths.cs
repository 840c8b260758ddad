using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>Where the properties that fill keys are in an item: the words that conditions and orderings use for them.</summary>
internal static class KeyPaths
{
    /// <summary>The attribute of the property that the hole is filled with.</summary>
    public static DocumentPath Of(KeyHole hole)
    {
        var path = DocumentPath.Root(hole.Path[0].GetAttributeName());
        for (var i = 1; i < hole.Path.Count; i++)
        {
            path = path.Append(hole.Path[i].GetAttributeName());
        }

        return path;
    }

    /// <summary>Whether every item that this provider writes has a value for the hole.</summary>
    public static bool IsAlwaysPresent(KeyHole hole)
        => hole.Path.All(p => p switch
        {
            IProperty property => !property.IsNullable,
            IComplexProperty property => !property.IsNullable,
            _ => false,
        });
}

using EFCore.Dynamo.Metadata;
using EFCore.Dynamo.Metadata.Layouts;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Microsoft.EntityFrameworkCore;

/// <summary>What the model says about its tables.</summary>
public static class DynamoModelExtensions
{
    /// <summary>All tables of the model, in ordinal order of their names.</summary>
    public static IReadOnlyList<TableLayout> GetTables(this IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.GetOrAddRuntimeAnnotationValue(
            DynamoAnnotationNames.TableLayouts,
            static self => TableLayoutFactory.CreateTables(self!),
            model);
    }
}

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>Leaves behind what was computed over the model under construction: layouts hold its properties, and the run-time model has others.</summary>
internal sealed class DynamoRuntimeModelConvention(ProviderConventionSetBuilderDependencies dependencies) : RuntimeModelConvention(dependencies)
{
    protected override void ProcessModelAnnotations(Dictionary<string, object?> annotations, IModel model, RuntimeModel runtimeModel, bool runtime)
    {
        base.ProcessModelAnnotations(annotations, model, runtimeModel, runtime);
        RemoveComputed(annotations, runtime);
    }

    protected override void ProcessEntityTypeAnnotations(
        Dictionary<string, object?> annotations,
        IEntityType entityType,
        RuntimeEntityType runtimeEntityType,
        bool runtime)
    {
        base.ProcessEntityTypeAnnotations(annotations, entityType, runtimeEntityType, runtime);
        RemoveComputed(annotations, runtime);
    }

    private static void RemoveComputed(Dictionary<string, object?> annotations, bool runtime)
    {
        if (!runtime)
        {
            return;
        }

        foreach (var name in annotations.Keys.Where(name => name.StartsWith(DynamoAnnotationNames.Prefix, StringComparison.Ordinal)).ToArray())
        {
            annotations.Remove(name);
        }
    }
}

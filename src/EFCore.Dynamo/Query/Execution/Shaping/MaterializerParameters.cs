using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>What EF's materializer source is asked for.</summary>
/// <remarks>EF Core 10.0.0 has no <c>IsNullable</c>, and its later patches no constructor without it: by reflection the package runs on all of them.</remarks>
internal static class MaterializerParameters
{
    private static readonly ConstructorInfo Constructor = typeof(StructuralTypeMaterializerSourceParameters).GetConstructors().Single();

    /// <summary>An instance that is not null, of the type itself.</summary>
    public static StructuralTypeMaterializerSourceParameters Create(ITypeBase type, string instanceName, QueryTrackingBehavior? trackingBehavior)
        => (StructuralTypeMaterializerSourceParameters)Constructor.Invoke(
            Constructor.GetParameters().Length == 4
                ? [type, instanceName, type.ClrType, trackingBehavior]
                : [type, instanceName, type.ClrType, false, trackingBehavior]);
}

using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Reads one side of a property: as it is, or as it was read from the store.</summary>
internal static class EntryValueExtensions
{
    /// <summary>The value, unboxed.</summary>
    /// <remarks>Under the notification strategies EF keeps originals of keys and tokens only; of the others the present value is all there is.</remarks>
    /// <typeparam name="T">Exactly the property's CLR type.</typeparam>
    public static T GetValue<T>(this InternalEntryBase entry, IProperty property, bool original)
        => original && property.GetOriginalValueIndex() >= 0 ? entry.GetOriginalValue<T>(property) : entry.GetCurrentValue<T>(property);
}

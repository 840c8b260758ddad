using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Reads the value of a template's hole from an entry and appends its text, without boxing it.</summary>
internal abstract class KeyHoleReader
{
    /// <summary>Whether the property has a value.</summary>
    public abstract bool HasValue(InternalEntryBase entry, bool original);

    /// <summary>Appends the text of the value.</summary>
    public abstract void Append(ref KeyTextWriter writer, InternalEntryBase entry, bool original);

    /// <summary>Builds the reader for the property's CLR type.</summary>
    public static KeyHoleReader Create(KeyHole hole)
    {
        if (hole.Converter is not null)
        {
            return new ConvertedKeyHoleReader(hole);
        }

        var underlyingType = Nullable.GetUnderlyingType(hole.Property.ClrType);
        var readerType = underlyingType is null
            ? typeof(KeyHoleReader<>).MakeGenericType(hole.Property.ClrType)
            : typeof(NullableKeyHoleReader<>).MakeGenericType(underlyingType);
        return (KeyHoleReader)Activator.CreateInstance(readerType, hole)!; // null only for Nullable<T>
    }
}

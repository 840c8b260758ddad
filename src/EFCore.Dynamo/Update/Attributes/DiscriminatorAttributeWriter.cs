using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes the discriminator that is a property of a complex value: the application's value, or where it set none, that of the type.</summary>
internal sealed class DiscriminatorAttributeWriter(IProperty property, object discriminatorValue) : AttributeWriter(property.GetAttributeName())
{
    private readonly ScalarAttributeWriter _own = ScalarAttributeWriter.Create(property);
    private readonly AttributeValue _ofType = ((DynamoTypeMapping)property.GetTypeMapping()).Codec.ToAttributeValue(discriminatorValue);

    /// <inheritdoc />
    public override bool HasTokens => _own.HasTokens;

    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        if (entry.HasExplicitValue(property))
        {
            _own.Write(builder, entry);
        }
        else
        {
            builder.WriteName(Name);
            builder.WriteValue(_ofType.Span);
        }
    }

    /// <inheritdoc />
    public override bool IsChanged(InternalEntryBase entry) => _own.IsChanged(entry);

    /// <inheritdoc />
    public override void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        if (entry.HasExplicitValue(property))
        {
            _own.WriteChanges(changes, parent, entry);
        }
        else if (IsChanged(entry))
        {
            changes.Expression.BeginSet(changes.Expression.GetPath(parent, Name.Text)).WriteValue(_ofType.Span);
        }
    }

    /// <inheritdoc />
    public override void RequireTokensUnchanged(ItemChanges changes, string? parent, InternalEntryBase entry)
        => _own.RequireTokensUnchanged(changes, parent, entry);
}

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <inheritdoc cref="ConverterWithoutNull" />
internal interface IConverterWithoutNull
{
    /// <summary>The converter over <c>T?</c>.</summary>
    ValueConverter Original { get; }
}

namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>A method that a <see cref="System.Runtime.CompilerServices.CollectionBuilderAttribute" /> names.</summary>
internal delegate TCollection SpanFactory<TElement, out TCollection>(ReadOnlySpan<TElement> items);

namespace EFCore.Dynamo.Keys;

/// <summary>
///     Gives the values of a template's holes while a key is written. Implement it with a struct: <see cref="KeyTemplate" /> compiles its loop for each, and
///     nothing is boxed.
/// </summary>
public interface IKeyHoleSource
{
    /// <summary>Appends the value of a hole, with <see cref="KeyTextWriter.AppendHole{T}" /> or <see cref="KeyTextWriter.TryAppendHole{T}" />.</summary>
    /// <param name="writer">Where to; the literals before the hole are written.</param>
    /// <param name="hole">The hole; each comes once, from left to right.</param>
    /// <returns>False where there is no key with this value; nothing more is asked for.</returns>
    bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole);
}

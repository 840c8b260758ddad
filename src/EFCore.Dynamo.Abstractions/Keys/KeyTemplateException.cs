namespace EFCore.Dynamo.Keys;

/// <summary>A key template that cannot be read, or a value that cannot become part of a key.</summary>
/// <remarks>The message is one sentence that names the template, the part of it that is wrong, and what to write instead.</remarks>
public sealed class KeyTemplateException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence for the user.</param>
    /// <param name="innerException">What caused it; null where nothing did.</param>
    public KeyTemplateException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Ends the translation of a LINQ operator; the translating visitor tells EF, which tells the user unless it finds another way.</summary>
/// <param name="details">Why, and the way out if EF's own text does not name it.</param>
internal sealed class NotTranslatedException(string details) : Exception(details);

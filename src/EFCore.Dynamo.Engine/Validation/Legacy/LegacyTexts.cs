namespace EFCore.Dynamo.Engine.Validation.Legacy;

/// <summary>Texts about where legacy parameters may stand.</summary>
internal static class LegacyTexts
{
    public static string Mixed(string legacyParameters, string expressions)
        => "Can not use both expression and non-expression parameters in the same request: "
        + $"Non-expression parameters: {{{legacyParameters}}} Expression parameters: {{{expressions}}}";

    /// <summary>The service's model has no such member; only a program in the same process can set it.</summary>
    public static string NotInTransactions(string parameter) => $"{parameter} cannot be used in TransactWriteItems: its elements take expressions only";
}

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>Names and shapes of the functions.</summary>
internal static class ExpressionFunctions
{
    private static readonly string[] Names =
    [
        "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size", "if_not_exists", "list_append",
    ];

    /// <summary>Finds a function by its case-sensitive name.</summary>
    public static bool TryParse(string name, out ExpressionFunction function)
    {
        var index = Array.IndexOf(Names, name);
        function = (ExpressionFunction)Math.Max(index, 0);
        return index >= 0;
    }

    public static string GetName(this ExpressionFunction function) => Names[(int)function];

    public static bool IsForUpdates(this ExpressionFunction function) => function is ExpressionFunction.IfNotExists or ExpressionFunction.ListAppend;

    public static int GetOperandCount(this ExpressionFunction function)
        => function is ExpressionFunction.AttributeExists or ExpressionFunction.AttributeNotExists or ExpressionFunction.Size ? 1 : 2;
}

using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Parsing;

/// <summary>The grammar of projection expressions: paths, separated by commas.</summary>
internal sealed class ProjectionParser : ExpressionParser
{
    private ProjectionParser(string text)
        : base(text, ExpressionParameter.ProjectionExpression)
    {
    }

    protected override bool IsUpdate => false;

    public static SyntaxList<AttributePath> Parse(string text)
    {
        var parser = new ProjectionParser(text);
        var paths = parser.ParseList(parser.ParsePath);
        parser.Complete();
        return paths;
    }
}

using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Each property takes one seed, which a failing run prints; the generator replays the rest from it.</summary>
[Properties(MaxTest = 3000, Replay = "20261125,571")]
public class PartiQlProperties
{
    [Property]
    public void Written_statements_parse_to_the_same_tree(DoNotSize<int> seed)
    {
        var statement = new PartiQlGenerator(seed.Item).Statement();
        var text = PartiQlWriter.Write(statement);
        PartiQlStatement.Parse(text).Root.ShouldBe(statement, text);
    }

    [Property]
    public void Mutated_statements_are_read_or_refused_with_the_service_s_error(DoNotSize<int> seed)
    {
        var text = new PartiQlGenerator(seed.Item).Mutated();
        try
        {
            var statement = PartiQlStatement.Parse(text);
            Translate(statement);
            PartiQlStatement.Parse(PartiQlWriter.Write(statement.Root)).Root.ShouldBe(statement.Root, text);
        }
        catch (DynamoValidationException exception)
        {
            exception.Message.ShouldNotBeEmpty(text);
        }
    }

    [Property]
    public void Any_text_is_read_or_refused(string? text)
    {
        try
        {
            PartiQlStatement.Parse(text ?? string.Empty).Root.ShouldNotBeNull();
        }
        catch (DynamoValidationException exception)
        {
            exception.Message.ShouldNotBeEmpty();
        }
    }

    /// <summary>Whatever is read must translate, bind and run without anything but the service's error.</summary>
    private static void Translate(PartiQlStatement statement)
    {
        var parameters = new AttributeValue[statement.ParameterCount];
        Array.Fill(parameters, AttributeValue.FromNumber(1));
        var translator = new PartiQlTranslator(statement, parameters);
        var where = statement.Root switch
        {
            PartiQlNode.Select select => select.Where,
            PartiQlNode.Exists exists => exists.Query.Where,
            PartiQlNode.Update update => update.Where,
            PartiQlNode.Delete delete => delete.Where,
            PartiQlNode.Insert => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var condition = where is null ? null : translator.TranslateCondition(where);
        var changes = statement.Root is PartiQlNode.Update { Actions: var actions } ? translator.TranslateUpdate(actions) : null;
        if (statement.Root is PartiQlNode.Insert insert)
        {
            translator.TranslateItem(insert.Value).Count.ShouldBeGreaterThanOrEqualTo(0);
        }

        if (statement.Root is PartiQlNode.Select { Projection: { } projection })
        {
            translator.TranslateProjection(projection).Count.ShouldBe(projection.Count);
        }

        var placeholders = translator.CreatePlaceholders();
        if (condition is not null)
        {
            ConditionExpression.FromSyntax(condition, ExpressionParameter.Statement).Bind(placeholders).Evaluate(Item.Empty.Span);
        }

        if (changes is not null)
        {
            UpdateExpression.FromSyntax(changes).Bind(placeholders).Apply(Item.Empty.Span);
        }
    }
}

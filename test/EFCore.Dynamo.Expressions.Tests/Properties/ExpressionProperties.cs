using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Syntax;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Each property takes one seed, which a failing run prints; the generator replays the rest from it.</summary>
[Properties(MaxTest = 3000, Replay = "20261123,571")]
public class ExpressionProperties
{
    [Property]
    public void Parsers_throw_nothing_but_validation_errors(DoNotSize<int> seed)
    {
        var text = new Generator(seed.Item).AnyText();
        foreach (var parse in new Action<string>[] { t => ConditionExpression.Parse(t), t => KeyConditionExpression.Parse(t), t => UpdateExpression.Parse(t), t => ProjectionExpression.Parse(t) })
        {
            try
            {
                parse(text);
            }
            catch (DynamoValidationException exception)
            {
                exception.Message.ShouldStartWith("Invalid ");
            }
        }
    }

    [Property]
    public void Any_text_is_parsed_or_refused(string? text)
    {
        try
        {
            ConditionExpression.Parse(text ?? "").Root.ShouldNotBeNull();
        }
        catch (DynamoValidationException exception)
        {
            exception.Message.ShouldStartWith("Invalid ConditionExpression: ");
        }
    }

    [Property]
    public void Written_conditions_parse_to_the_same_tree(DoNotSize<int> seed)
    {
        var condition = new Generator(seed.Item).Condition(depth: 4);
        var text = ExpressionWriter.Write(condition);
        if (text.Length <= 4096)
        {
            ConditionExpression.Parse(text).Root.ShouldBe(condition, text);
        }
    }

    [Property]
    public void Written_updates_and_projections_parse_to_the_same_tree(DoNotSize<int> seed)
    {
        var generator = new Generator(seed.Item);
        var update = generator.Update(generator.Map());
        UpdateExpression.Parse(ExpressionWriter.Write(update)).Root.ShouldBe(update);
        SyntaxList<AttributePath> projection = [generator.Path(), generator.Path()];
        ProjectionExpression.Parse(ExpressionWriter.Write(projection)).Paths.ShouldBe(projection);
    }

    [Property]
    public void Conditions_hold_where_the_oracle_says_so(DoNotSize<int> seed)
    {
        var generator = new Generator(seed.Item);
        var node = generator.Condition();
        var item = generator.Map();
        BoundCondition condition;
        try
        {
            condition = ConditionExpression.Parse(ExpressionWriter.Write(node)).Bind(new(Generator.Names, PackValues(generator)));
        }
        catch (DynamoValidationException exception)
        {
            // A value of a wrong type, an operand compared with itself, bounds out of order.
            exception.Message.ShouldStartWith("Invalid ConditionExpression: ");
            exception.Message.ShouldNotContain("Syntax");
            return;
        }

        condition.Evaluate(ModelValues.PackItem(item).Span).ShouldBe(new ConditionOracle(item, generator.Values).Evaluate(node), ExpressionWriter.Write(node));
    }

    [Property]
    public void Updates_give_what_the_oracle_gives(DoNotSize<int> seed)
    {
        var generator = new Generator(seed.Item);
        var item = generator.Map();
        var node = generator.Update(item);
        var expected = new UpdateOracle(item, generator.Values).Apply(node);
        var text = ExpressionWriter.Write(node);
        var apply = () => UpdateExpression.Parse(text).Bind(new(Generator.Names, PackValues(generator))).Apply(ModelValues.PackItem(item).Span);
        if (expected is null)
        {
            Should.Throw<DynamoValidationException>(() => apply(), text);
        }
        else
        {
            apply().ShouldBe(ModelValues.PackItem(expected), text);
        }
    }

    [Property]
    public void Touched_paths_are_the_written_ones_in_either_image(DoNotSize<int> seed)
    {
        var generator = new Generator(seed.Item);
        var item = generator.Map();
        var node = generator.Update(item);
        if (new UpdateOracle(item, generator.Values).Apply(node) is not { } changed)
        {
            return;
        }

        var text = ExpressionWriter.Write(node);
        var update = UpdateExpression.Parse(text).Bind(new(Generator.Names, PackValues(generator)));
        var paths = node.Set.Select(action => action.Path).Concat(node.Remove).Concat(node.Add.Select(action => action.Path)).Concat(
            node.Delete.Select(action => action.Path)).ToList();

        update.ProjectTouchedPaths(ModelValues.PackItem(item).Span).ShouldBe(ModelValues.PackItem(ProjectionOracle.Project(item, paths)), text);
        update.ProjectTouchedPaths(ModelValues.PackItem(changed).Span).ShouldBe(ModelValues.PackItem(ProjectionOracle.Project(changed, paths)), text);
    }

    [Property]
    public void Projection_keeps_each_path_and_nothing_else(DoNotSize<int> seed)
    {
        var generator = new Generator(seed.Item);
        var path = generator.Path();
        var item = generator.Map();
        var projected = ProjectionExpression.Parse(ExpressionWriter.Write(path)).Bind(new(Generator.Names, null)).Apply(ModelValues.PackItem(item).Span);
        var value = ConditionOracle.Find(item, path);
        if (value is null)
        {
            projected.Count.ShouldBe(0);
            return;
        }

        var expected = value;
        foreach (var element in path.Elements.Reverse())
        {
            expected = element.Name is { } name ? new Dictionary<string, object> { [ConditionOracle.Resolve(name)] = expected } : new List<object> { expected };
        }

        projected.ShouldBe(ModelValues.PackItem(new() { [ConditionOracle.Resolve(path.Root)] = expected }));
    }

    private static EFCore.Dynamo.Values.Item? PackValues(Generator generator)
        => generator.Values.Count == 0 ? null : ModelValues.PackItem(generator.Values);
}

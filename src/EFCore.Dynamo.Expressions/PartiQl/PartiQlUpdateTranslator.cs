using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>The clauses of an UPDATE as those of an update expression: <c>set_add</c> is its ADD, <c>set_delete</c> its DELETE.</summary>
internal sealed class PartiQlUpdateTranslator(PartiQlTranslator translator)
{
    private readonly List<SetAction> _set = [];
    private readonly List<AttributePath> _remove = [];
    private readonly List<AddAction> _add = [];
    private readonly List<DeleteAction> _delete = [];

    public UpdateNode Translate(SyntaxList<PartiQlUpdateAction> actions)
    {
        foreach (var action in actions.AsSpan())
        {
            var path = translator.TranslatePath(action.Path);
            switch (action.Value)
            {
                case null:
                    _remove.Add(path);
                    break;
                case PartiQlCall { Function: "set_add" } call:
                    _add.Add(new(path, TranslateSet(action.Path, call)));
                    break;
                case PartiQlCall { Function: "set_delete" } call:
                    _delete.Add(new(path, TranslateSet(action.Path, call)));
                    break;
                default:
                    _set.Add(new(path, TranslateOperand(action.Value)));
                    break;
            }
        }

        return new([.. _set], [.. _remove], [.. _add], [.. _delete]);
    }

    /// <summary>The set that is added to, or taken from, the path that is assigned.</summary>
    private string TranslateSet(AttributePath path, PartiQlCall call)
    {
        if (call.Arguments is not [var changed, var operand])
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.NeedsTwoArguments(call));
        }

        if (changed is not PartiQlPath { Path: var changedPath } || changedPath != path)
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.ChangesOtherPath(call));
        }

        if (!PartiQlConstants.IsConstant(operand))
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.ChangesByNoSet(call));
        }

        var value = translator.Constants.Evaluate(operand);
        return value.Type is AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet
            ? translator.AddValue(value).Placeholder
            : throw PartiQlErrors.Unsupported(PartiQlErrors.ChangesByNoSet(call));
    }

    private Operand TranslateOperand(PartiQlExpression expression)
    {
        if (PartiQlConstants.IsConstant(expression))
        {
            return translator.AddValue(translator.Constants.Evaluate(expression));
        }

        return expression switch
        {
            PartiQlPath path => new PathOperand(translator.TranslatePath(path.Path)),
            PartiQlBinary { Operator: PartiQlOperator.Add or PartiQlOperator.Subtract } sum =>
                new ArithmeticOperand(TranslateOperand(sum.Left), sum.Operator == PartiQlOperator.Subtract, TranslateOperand(sum.Right)),
            PartiQlCall { Function: "list_append", Arguments.Count: 2 } call => new FunctionOperand(ExpressionFunction.ListAppend, [.. call.Arguments.Select(TranslateOperand)]),
            PartiQlCall { Function: "list_append" } call => throw WrongCount(call),
            PartiQlCall call => throw PartiQlFunctions.Reject(call),
            _ => throw PartiQlErrors.Unsupported("SET takes a value, an attribute, a sum or difference, or a function of them"),
        };
    }

    private static DynamoValidationException WrongCount(PartiQlCall call)
        => PartiQlErrors.Unsupported(ExpressionErrors.OperandCount(call.Function, call.Arguments.Count));
}

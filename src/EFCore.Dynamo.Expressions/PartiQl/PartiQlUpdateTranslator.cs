using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>
///     The clauses of an UPDATE as those of an update expression: <c>set_add</c> is its ADD, <c>set_delete</c> its DELETE. A visit adds the action to its
///     clause, and returns its path.
/// </summary>
internal sealed class PartiQlUpdateTranslator(PartiQlTranslator translator) : PartiQlUpdateAction.IVisitor<AttributePath>
{
    private readonly PartiQlSetOperandTranslator _operands = new(translator);
    private readonly List<SetAction> _set = [];
    private readonly List<AttributePath> _remove = [];
    private readonly List<AddAction> _add = [];
    private readonly List<DeleteAction> _delete = [];

    public UpdateNode Translate(SyntaxList<PartiQlUpdateAction> actions)
    {
        foreach (var action in actions.AsSpan())
        {
            _ = action.Accept(this);
        }

        return new([.. _set], [.. _remove], [.. _add], [.. _delete]);
    }

    public AttributePath Visit(PartiQlUpdateAction.Remove remove)
    {
        var path = translator.TranslatePath(remove.Path);
        _remove.Add(path);
        return path;
    }

    public AttributePath Visit(PartiQlUpdateAction.Set set)
    {
        var path = translator.TranslatePath(set.Path);
        switch (set.Value as PartiQlExpression.Call)
        {
            case { Function: "set_add" } call:
                _add.Add(new(path, TranslateSet(set.Path, call)));
                break;
            case { Function: "set_delete" } call:
                _delete.Add(new(path, TranslateSet(set.Path, call)));
                break;
            default:
                _set.Add(new(path, _operands.Translate(set.Value)));
                break;
        }

        return path;
    }

    /// <summary>The set that is added to, or taken from, the path that is assigned.</summary>
    private string TranslateSet(AttributePath path, PartiQlExpression.Call call)
    {
        if (call.Arguments is not [var changed, var operand])
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.NeedsTwoArguments(call));
        }

        if (changed is not PartiQlExpression.Attribute { Path: var changedPath } || changedPath != path)
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.ChangesOtherPath(call));
        }

        if (!PartiQlConstants.IsConstant(operand))
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.ChangesByNoSet(call));
        }

        var value = translator.Constants.Evaluate(operand);
        return value.Type.IsSet() ? translator.AddValue(value).Placeholder : throw PartiQlErrors.Unsupported(PartiQlErrors.ChangesByNoSet(call));
    }
}

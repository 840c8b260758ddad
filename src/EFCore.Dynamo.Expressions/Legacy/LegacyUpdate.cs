using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Update;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>The legacy <c>AttributeUpdates</c> of UpdateItem, as a bound update.</summary>
/// <remarks>
///     See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.AttributeUpdates.html">AttributeUpdates</see>.
/// </remarks>
internal static class LegacyUpdate
{
    /// <summary>Checks and compiles the updates.</summary>
    /// <param name="updates">By attribute name; null where the request has none.</param>
    /// <returns>Null where nothing is to be updated.</returns>
    /// <exception cref="DynamoValidationException">Not updates by the service's rules.</exception>
    public static BoundUpdate? Bind(IReadOnlyDictionary<string, AttributeValueUpdate>? updates)
    {
        if (updates is null || updates.Count == 0)
        {
            return null;
        }

        var slots = new LegacySlots(updates.Count);
        var actions = new List<CompiledAction>(updates.Count);
        foreach (var (attribute, update) in updates)
        {
            actions.Add(Compile(slots.AddAttribute(attribute), update, slots));
        }

        var names = slots.ResolveNames();
        return new([.. actions], slots.Paths, LegacySlots.NoPlaceholders, names, PathTree.Build(slots.Paths, names), slots.GetValues());
    }

    private static CompiledAction Compile(CompiledPath path, AttributeValueUpdate update, LegacySlots slots)
    {
        if (update.Value is not { } value)
        {
            return update.Action == AttributeAction.Delete ? new CompiledRemove(path) : throw LegacyErrors.OnlyDeleteWithoutValue();
        }

        switch (update.Action)
        {
            case AttributeAction.Delete:
                return value.Type.IsSet()
                    ? new CompiledDelete(path, slots.AddValue(value), UpdateErrors.LegacyTypeMismatch)
                    : throw LegacyErrors.DeleteType(value.Type);
            case AttributeAction.Add:
                return value.Type.IsSet() || value.Type is AttributeType.Number or AttributeType.List
                    ? new CompiledAdd(path, slots.AddValue(value), UpdateErrors.LegacyTypeMismatch)
                    : throw LegacyErrors.AddType(value.Type);
            default:
                return new CompiledSet(path, new CompiledSimpleUpdateOperand(slots.AddOperand(value)));
        }
    }
}

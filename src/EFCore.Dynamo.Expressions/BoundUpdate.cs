using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Expressions.Update;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>An update with its placeholders resolved: applies to any number of items, on any number of threads.</summary>
internal sealed class BoundUpdate
{
    private readonly CompiledAction[] _actions;
    private readonly CompiledPath[] _paths;
    private readonly ExpressionSlots _slots;
    private readonly ResolvedNames _names;
    private readonly PathTree _tree;
    private readonly AttributeValue[] _values;
    private readonly int[] _hints;

    internal BoundUpdate(CompiledAction[] actions, CompiledPath[] paths, ExpressionSlots slots, ResolvedNames names, PathTree tree, AttributeValue[] values)
    {
        _slots = slots;
        _actions = actions;
        _paths = paths;
        _names = names;
        _tree = tree;
        _values = values;
        _hints = new int[paths.Length];
    }

    /// <summary>
    ///     The most that the values can add to the charge and to the item: their packed bytes, of which there are never fewer than the service counts.
    /// </summary>
    internal long ValueSizeBound { get; init; }

    /// <summary>The top-level attributes that the update changes, without duplicates.</summary>
    public ReadOnlySpan<AttributeName> ChangedAttributes => _tree.ChildNames;

    /// <summary>
    ///     Whether every action removes attributes or elements of sets, and there is one. Such an update creates no item where there is none, whatever its
    ///     paths are.
    /// </summary>
    public bool OnlyDeletes => _actions.Length > 0 && Array.TrueForAll(_actions, static action => action is CompiledRemove or CompiledDelete);

    /// <inheritdoc cref="BoundCondition.ThrowIfDereferencesKey" />
    public void ThrowIfDereferencesKey(ReadOnlySpan<string> keyAttributeNames, bool isIndexKey = false)
        => KeyAttributes.ThrowIfDereferenced(_paths, _names, keyAttributeNames, isIndexKey);

    /// <summary>
    ///     The type of the attribute's new value, if the expression alone determines it; null where it depends on the item, and where the update does not set
    ///     the whole attribute.
    /// </summary>
    public AttributeType? FindStaticType(string attributeName)
    {
        foreach (var action in _actions)
        {
            if (action.Path.Steps.IsEmpty && string.Equals(_names[action.Path.Root].Text, attributeName, StringComparison.Ordinal))
            {
                return action.GetStaticType(new BindingCheck(ExpressionParameter.UpdateExpression, _slots, _names, _values, missingValues: null));
            }
        }

        return null;
    }

    /// <summary>Checks that no key attribute of the table is changed.</summary>
    /// <exception cref="DynamoValidationException">One is.</exception>
    public void ThrowIfChangesKey(ReadOnlySpan<string> keyAttributeNames)
    {
        foreach (var action in _actions)
        {
            if (KeyAttributes.TryFind(action.Path, _names, keyAttributeNames) is { } key)
            {
                throw new DynamoValidationException(
                    $"One or more parameter values were invalid: Cannot update attribute {key}. This attribute is part of the key");
            }
        }
    }

    /// <summary>Computes the item after the update. All right-hand sides and list indexes refer to the item before it.</summary>
    /// <param name="current">The item as it is; for one that does not exist yet, its key attributes alone.</param>
    /// <returns>The new item in memory of its own; the caller checks its size and nesting.</returns>
    /// <exception cref="DynamoValidationException">An operand or a path does not fit the item, or a number leaves the range; nothing was changed.</exception>
    public Item Apply(ItemSpan current)
    {
        var context = new EvaluationContext { Item = current, Names = _names, Values = _values, Hints = _hints };
        return UpdateApplier.Apply(ref context, _actions, _tree);
    }

    /// <summary>
    ///     Whether the charge of the update, or the item after it, might exceed so many bytes. An estimate from above in constant time: where it is false,
    ///     nothing has to be measured.
    /// </summary>
    /// <param name="sizeBytes">The limit.</param>
    /// <param name="current">The item as it is.</param>
    /// <remarks>Of an update that came as an expression; the charge of <c>AttributeUpdates</c> is not known.</remarks>
    public bool MayExceed(int sizeBytes, ItemSpan current)
    {
        var readPathCount = _paths.Length - _actions.Length;
        return _names.UpdateChargeWithoutValues + ValueSizeBound + ((long)current.PackedBytes.Length * (1 + readPathCount)) > sizeBytes;
    }

    /// <summary>What the service charges the update against the largest size of an item, in bytes: the sum of its clauses.</summary>
    /// <param name="current">The item as it is: members that a set has already are not charged.</param>
    public long MeasureCharge(ItemSpan current)
    {
        var context = new EvaluationContext { Item = current, Names = _names, Values = _values, Hints = _hints };
        return UpdateCharge.Measure(ref context, _actions);
    }

    /// <summary>What <c>UPDATED_OLD</c> and <c>UPDATED_NEW</c> return: the paths as the expression writes them, out of the old or new image.</summary>
    /// <remarks>
    ///     An index means the image's own list: after <c>REMOVE l[0]</c> the new <c>l[0]</c> is the element that moved there, and after <c>SET l[100]</c> on a
    ///     short list there is no <c>l[100]</c>. Lists close their gaps.
    /// </remarks>
    public Item ProjectTouchedPaths(ItemSpan image) => PathProjector.Project(image, _tree, new int[_tree.Children.Length]);
}

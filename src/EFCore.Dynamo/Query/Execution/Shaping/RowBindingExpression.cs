using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Stands for a <see cref="RowBinding" /> where EF's materializers ask for a value buffer.</summary>
internal sealed class RowBindingExpression(RowBinding binding) : Expression
{
    /// <summary>The row.</summary>
    public RowBinding Binding { get; } = binding;

    /// <inheritdoc />
    public override Type Type
        => typeof(ValueBuffer);

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}

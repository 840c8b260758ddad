using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Compiles what reads an entity's item where no query is: for <c>Find</c>, <c>Reload</c> and <c>GetDatabaseValues</c>.</summary>
internal static class ItemShaperCompiler
{
    /// <summary>The shaper that the query for all entities of a type would have.</summary>
    /// <param name="entityType">The type; the shaper returns entities of types derived from it, too.</param>
    /// <param name="context">A context that tracks.</param>
    /// <returns>A delegate that takes an item of one of these types, and returns the tracked entity with all it owns.</returns>
    public static Func<QueryContext, Item, object> CompileTracking(IEntityType entityType, DbContext context)
    {
        var compilationContext = context.GetService<IQueryCompilationContextFactory>().Create(async: false);
        var visitor =
            (DynamoShapedQueryCompilingExpressionVisitor)context.GetService<IShapedQueryCompilingExpressionVisitorFactory>().Create(compilationContext);
        return (Func<QueryContext, Item, object>)visitor.CompileShaper(new StructuralTypeShaperExpression(entityType, RowExpression.Root, nullable: false));
    }

    /// <summary>Reads the values of all properties, in EF's flattened order.</summary>
    public static Func<QueryContext, Item, object?[]> CompileValues(IEntityType entityType)
    {
        var item = Expression.Parameter(typeof(Item), "item");
        var binding = new RowBinding(item, entityType);
        var values = Expression.NewArrayInit(typeof(object), entityType.GetFlattenedProperties().Select(property => ReadValue(binding, property)));
        return Expression.Lambda<Func<QueryContext, Item, object?[]>>(values, QueryCompilationContext.QueryContextParameter, item).Compile();
    }

    // In a complex value that is null everything is null; of the entity itself, what is not nullable has a value also where the attribute is absent.
    private static Expression ReadValue(RowBinding binding, IProperty property)
        => property.DeclaringType is IComplexType
            ? RowReads.ReadProperty(binding, property, typeof(object))
            : Expression.Convert(RowReads.ReadProperty(binding, property, property.ClrType), typeof(object));
}

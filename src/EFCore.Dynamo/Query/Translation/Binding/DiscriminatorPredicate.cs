using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Storage.TypeMapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Conditions on the discriminator: which entity types the items are.</summary>
internal static class DiscriminatorPredicate
{
    /// <summary>Whether a query over the type must select its items among others in the table.</summary>
    public static bool IsNeeded(IEntityType entityType)
        => entityType.FindDiscriminatorProperty() is not null
            && (entityType.BaseType is not null
                || entityType.Model.GetTables().First(t => t.TableName == entityType.GetDynamoTableName()).RootEntityTypes.Count > 1);

    /// <summary>The condition that the item is an entity of a CLR type.</summary>
    /// <param name="entityType">The type that all items in question have or derive from.</param>
    /// <param name="type">The type asked for.</param>
    /// <returns>A boolean expression over the row.</returns>
    public static Expression Create(IEntityType entityType, Type type)
    {
        var concreteTypes = entityType.GetConcreteDerivedTypesInclusive().ToList();
        var selected = concreteTypes.FindAll(t => type.IsAssignableFrom(t.ClrType));
        return selected.Count == concreteTypes.Count || selected.Count == 0
            ? Expression.Constant(selected.Count > 0)
            : Create(entityType, selected);
    }

    /// <summary>The condition that the item is one of the type or of those derived from it.</summary>
    public static Expression Create(IEntityType entityType)
        => Create(entityType, [.. entityType.GetConcreteDerivedTypesInclusive()]);

    private static Expression Create(IEntityType entityType, List<IEntityType> selected)
    {
        var discriminator = entityType.FindDiscriminatorProperty()!; // several concrete types, or a shared table: EF requires one
        var mapping = (DynamoTypeMapping)discriminator.GetTypeMapping();
        var isStored = mapping.Converter is not null && !HasEquality(discriminator.ClrType);
        var read = RowBinder.CreateRead(RowExpression.Root, discriminator);
        read = isStored ? ReadStored(read.Attribute, mapping.WithoutConverter()) : read;
        return selected
            .Select(type => isStored ? mapping.Converter!.ConvertToProvider(type.GetDiscriminatorValue()) : type.GetDiscriminatorValue()) // isStored
            .Select(value => (Expression)Expression.Equal(read, Expression.Constant(value, read.Type)))
            .Aggregate(Expression.OrElse);
    }

    // A class is compared by reference and a struct not at all where the type has no operator; what they are stored as can be compared.
    private static bool HasEquality(Type type)
        => type.IsEnum || type.IsPrimitive || type.GetMethod("op_Equality", [type, type]) is not null;

    private static AttributeReadExpression ReadStored(AttributeOperand attribute, DynamoTypeMapping mapping)
        => new AttributeReadExpression(attribute with { Property = null, TypeMapping = mapping }, mapping.ClrType).MakeNullable();
}

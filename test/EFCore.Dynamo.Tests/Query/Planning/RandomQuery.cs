using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>Conditions, orders and limits drawn from a seed, with values that the data has and some that it has not.</summary>
internal sealed class RandomQuery<TEntity>(Random random, IReadOnlyList<TEntity> data)
    where TEntity : class
{
    private readonly ParameterExpression _entity = Expression.Parameter(typeof(TEntity), "x");

    /// <summary>One to four conditions on the given properties; key properties are drawn more often.</summary>
    public Expression<Func<TEntity, bool>> CreatePredicate(string[] keyProperties, string[] otherProperties)
    {
        Expression? predicate = null;
        foreach (var property in keyProperties.Where(_ => random.Next(6) > 0).Concat(otherProperties.Where(_ => random.Next(5) == 0)))
        {
            // Equalities are what keyed reads begin with.
            var member = Expression.Property(_entity, property);
            var condition = keyProperties.Contains(property) && random.Next(2) == 0 ? Expression.Equal(member, Draw(member)) : CreateCondition(property);
            predicate = predicate is null ? condition : Expression.AndAlso(predicate, condition);
        }

        return Expression.Lambda<Func<TEntity, bool>>(predicate ?? Expression.Constant(true), _entity);
    }

    public IQueryable<TEntity> Order(IQueryable<TEntity> query, string property, bool isAscending, bool isFirst)
    {
        var key = Expression.Lambda(Expression.Property(_entity, property), _entity);
        var method = (isFirst ? "OrderBy" : "ThenBy") + (isAscending ? "" : "Descending");
        return query.Provider.CreateQuery<TEntity>(Expression.Call(
            typeof(Queryable), method, [typeof(TEntity), key.Body.Type], query.Expression, Expression.Quote(key)));
    }

    private Expression CreateCondition(string property)
    {
        var member = Expression.Property(_entity, property);
        if (random.Next(6) == 0)
        {
            return Expression.AndAlso(CreateComparison(member), CreateComparison(member));
        }

        return random.Next(8) switch
        {
            0 => CreateList(member),
            1 => Expression.OrElse(Expression.Equal(member, Draw(member)), Expression.Equal(member, Draw(member))),
            2 when member.Type == typeof(string) && data.All(d => Read(d, member) is not null) => Expression.Call(
                member, nameof(string.StartsWith), null, Expression.Constant(DrawText(member))),
            3 or 4 => CreateComparison(member),
            5 => Expression.NotEqual(member, Draw(member)),
            _ => Expression.Equal(member, Draw(member)),
        };
    }

    private BinaryExpression CreateComparison(MemberExpression member)
    {
        if (member.Type == typeof(string) && data.Any(d => Read(d, member) is null))
        {
            // string.Compare orders null before all texts; to the service a missing attribute has no order.
            return Expression.Equal(member, Draw(member));
        }

        var (left, right) = member.Type == typeof(string)
            ? ((Expression)Expression.Call(typeof(string), nameof(string.Compare), null, member, Draw(member)), (Expression)Expression.Constant(0))
            : (member, Draw(member));
        return random.Next(4) switch
        {
            0 => Expression.LessThan(left, right),
            1 => Expression.LessThanOrEqual(left, right),
            2 => Expression.GreaterThan(left, right),
            _ => Expression.GreaterThanOrEqual(left, right),
        };
    }

    private MethodCallExpression CreateList(MemberExpression member)
    {
        var values = Array.CreateInstance(member.Type, random.Next(4));
        for (var i = 0; i < values.Length; i++)
        {
            values.SetValue(DrawValue(member), i);
        }

        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [member.Type], Captured(values, values.GetType()), member);
    }

    private Expression Draw(MemberExpression member)
    {
        var value = DrawValue(member);
        return random.Next(2) == 0 ? Expression.Constant(value, member.Type) : Captured(value, member.Type);
    }

    // A closure's field, as the compiler writes a local variable: EF makes it a parameter.
    private static MemberExpression Captured(object? value, Type type)
    {
        var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type), value)!;
        return Expression.Field(Expression.Constant(box), nameof(StrongBox<>.Value));
    }

    private object? DrawValue(MemberExpression member)
    {
        var value = Read(data[random.Next(data.Count)], member);
        return random.Next(5) > 0
            ? value
            : value switch
            {
                int number => number + random.Next(-3, 4),
                long number => number + random.Next(-3, 4),
                DateTime time => time.AddTicks(random.Next(-1, 2)),
                string text => random.Next(3) switch { 0 => text[..(text.Length / 2)], 1 => text + "#", _ => text + "a" },
                _ => value,
            };
    }

    private string DrawText(MemberExpression member)
    {
        var text = (string?)DrawValue(member) ?? "";
        return text[..random.Next(text.Length + 1)];
    }

    private static object? Read(TEntity entity, MemberExpression member) => typeof(TEntity).GetProperty(member.Member.Name)!.GetValue(entity);
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Aws.Tests.Harness;

/// <summary>Makes objects with every member set to a value of its own, which is not the member's default.</summary>
internal sealed class ObjectFiller(Func<PropertyInfo, bool>? isLeftOut = null)
{
    private int _count;

    public T Create<T>() => (T)Create(typeof(T));

    public object Create(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return $"text-{++_count}";
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type.IsPrimitive)
        {
            return Convert.ChangeType(++_count, type, CultureInfo.InvariantCulture);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().First(
                value => Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0 || Enum.GetValues(type).Length == 1);
        }

        if (type == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(2026, 1, 1, 0, 0, ++_count % 60, TimeSpan.Zero);
        }

        if (type == typeof(DateTime))
        {
            return new DateTime(2026, 1, 1, 0, 0, ++_count % 60, DateTimeKind.Utc);
        }

        if (type == typeof(MemoryStream))
        {
            return new MemoryStream([(byte)++_count]);
        }

        if (type == typeof(Item))
        {
            return Item.Create(($"name-{++_count}", AttributeValue.FromNumber(_count)));
        }

        if (type == typeof(AttributeValue))
        {
            return AttributeValue.FromString($"value-{++_count}");
        }

        if (typeof(ConstantClass).IsAssignableFrom(type))
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type).Select(
                field => (ConstantClass)field.GetValue(null)!).Last(
                constant => constant.Value != "NONE"); // constants are set
        }

        return type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? CreateCollection(type) : CreateObject(type);
    }

    private object CreateCollection(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (arguments is [var element])
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!; // lists can be created
            list.Add(Create(element));
            if (element == typeof(double))
            {
                list.Add(Create(element)); // the only list of numbers is a range
            }

            return list;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!; // maps can be created
        map.Add($"key-{++_count}", Create(arguments[1]));
        return map;
    }

    private object CreateObject(Type type)
    {
        // An attribute value has one of its members; a definition's type is that of a key.
        if (type == typeof(Amazon.DynamoDBv2.Model.AttributeValue))
        {
            return new Amazon.DynamoDBv2.Model.AttributeValue { S = $"value-{++_count}" };
        }

        if (type == typeof(Tables.AttributeDefinition))
        {
            return new Tables.AttributeDefinition($"attribute-{++_count}", AttributeType.Number);
        }

        var constructor = type.GetConstructors().Where(candidate => candidate.GetParameters().All(parameter => parameter.ParameterType != type)).MinBy(
            candidate => candidate.GetParameters().Length)
            ?? type.GetConstructors()[0];
        var created = type.IsGenericType && type.IsValueType
            ? Activator.CreateInstance(type, type.GetGenericArguments().Select(Create).ToArray())!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Create(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && IsOwn(property) && isLeftOut?.Invoke(property) != true))
        {
            if (constructor.GetParameters().All(parameter => parameter.Name != property.Name))
            {
                property.SetValue(
                    created, property.PropertyType == typeof(bool) ? !(bool)property.GetValue(created)! : Create(property.PropertyType)); // a bool is not null
            }
        }

        return created;
    }

    // The SDK's request base class has settings of its own, and Is…Set says of a member whether it is set.
    private static bool IsOwn(PropertyInfo property)
        => property.DeclaringType?.Namespace?.StartsWith("Amazon.Runtime", StringComparison.Ordinal) != true
            && !(property.Name.StartsWith("Is", StringComparison.Ordinal) && property.Name.EndsWith("Set", StringComparison.Ordinal));
}

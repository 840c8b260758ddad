using System.Runtime.CompilerServices;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>Writes the SDK's attribute values into a packed item.</summary>
/// <remarks>What an SDK object can say and an item cannot hold has the text that the service answers over HTTP.</remarks>
internal static class ValueReader
{
    private const string Empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    private const string SeveralTypes = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    private const string FalseNull = "One or more parameter values were invalid: Null attribute value types must have the value of true";
    private const string NullInSet = "One or more parameter values were invalid: An set may not have a null member";

    /// <summary>Writes all entries of a map.</summary>
    public static void WriteEntries(ItemBuilder builder, Dictionary<string, Model.AttributeValue> values, int depth, int maxDepth = DepthTexts.MaxReadDepth)
    {
        foreach (var (name, value) in values)
        {
            builder.WriteName(name);
            Write(builder, value, depth, maxDepth);
        }
    }

    /// <summary>Writes one value.</summary>
    /// <param name="depth">Lists and maps around it.</param>
    /// <param name="maxDepth">How many there may be.</param>
    /// <exception cref="DynamoValidationException">It has no type, two types, a bad number or a bad set.</exception>
    public static void Write(ItemBuilder builder, Model.AttributeValue? value, int depth, int maxDepth = DepthTexts.MaxReadDepth)
    {
        ThrowUnlessOneType(value);
        if (value!.S is not null) // not null: it has a type
        {
            builder.WriteString(value.S);
        }
        else if (value.N is not null)
        {
            builder.WriteNumber(DynamoNumber.Parse(value.N));
        }
        else if (value.B is not null)
        {
            builder.WriteBinary(GetBytes(value.B));
        }
        else if (value.BOOL is { } boolean)
        {
            builder.WriteBoolean(boolean);
        }
        else if (value.NULL is { } isNull)
        {
            WriteNull(builder, isNull);
        }
        else if (value.IsMSet)
        {
            WriteMap(builder, value.M, depth + 1, maxDepth);
        }
        else if (value.IsLSet)
        {
            WriteList(builder, value.L, depth + 1, maxDepth);
        }
        else
        {
            WriteSet(builder, value);
        }
    }

    private static void ThrowUnlessOneType(Model.AttributeValue? value)
    {
        var count = value is null ? 0 : CountTypes(value);
        if (count != 1)
        {
            throw new DynamoValidationException(count == 0 ? Empty : SeveralTypes);
        }
    }

    private static int CountTypes(Model.AttributeValue value)
        => (value.S is null ? 0 : 1)
            + (value.N is null ? 0 : 1)
            + (value.B is null ? 0 : 1)
            + (value.BOOL is null ? 0 : 1)
            + (value.NULL is null ? 0 : 1)
            + (value.IsMSet ? 1 : 0)
            + (value.IsLSet ? 1 : 0)
            + (value.IsSSSet ? 1 : 0)
            + (value.IsNSSet ? 1 : 0)
            + (value.IsBSSet ? 1 : 0);

    private static void WriteNull(ItemBuilder builder, bool isNull)
    {
        if (!isNull)
        {
            throw new DynamoValidationException(FalseNull);
        }

        builder.WriteNull();
    }

    private static void WriteMap(ItemBuilder builder, Dictionary<string, Model.AttributeValue> map, int depth, int maxDepth)
    {
        ThrowIfTooDeep(depth, maxDepth);
        builder.BeginMap();
        WriteEntries(builder, map, depth, maxDepth);
        builder.EndMap();
    }

    private static void WriteList(ItemBuilder builder, List<Model.AttributeValue> list, int depth, int maxDepth)
    {
        ThrowIfTooDeep(depth, maxDepth);
        builder.BeginList();
        foreach (var element in list)
        {
            Write(builder, element, depth, maxDepth);
        }

        builder.EndList();
    }

    private static void ThrowIfTooDeep(int depth, int maxDepth)
    {
        if (depth > maxDepth)
        {
            throw new DynamoValidationException(new ValueError.NestedTooDeep());
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private static void WriteSet(ItemBuilder builder, Model.AttributeValue value)
    {
        if (value.IsSSSet)
        {
            builder.BeginSet(AttributeType.StringSet);
            foreach (var element in value.SS)
            {
                builder.WriteString(element ?? throw new DynamoValidationException(NullInSet));
            }
        }
        else if (value.IsNSSet)
        {
            builder.BeginSet(AttributeType.NumberSet);
            foreach (var element in value.NS)
            {
                builder.WriteNumber(DynamoNumber.Parse(element ?? throw new DynamoValidationException(NullInSet)));
            }
        }
        else
        {
            builder.BeginSet(AttributeType.BinarySet);
            foreach (var element in value.BS)
            {
                builder.WriteBinary(GetBytes(element ?? throw new DynamoValidationException(NullInSet)));
            }
        }

        builder.EndSet();
    }

    // The whole stream, wherever it stands: so does the SDK's marshaller.
    private static ReadOnlySpan<byte> GetBytes(MemoryStream stream)
        => stream.TryGetBuffer(out var buffer) ? buffer : stream.ToArray();
}

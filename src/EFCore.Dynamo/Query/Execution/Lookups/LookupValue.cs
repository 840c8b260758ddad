using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>The values by which one row looks items up, compared part by part.</summary>
internal readonly struct LookupValue(object[] parts) : IEquatable<LookupValue>
{
    /// <summary>In the order of the lookup's keys.</summary>
    public ReadOnlySpan<object> Parts
        => parts;

    /// <summary>The values of a row; null where one of them is.</summary>
    public static LookupValue? TryRead(Func<QueryContext, Item, object?>[] keys, QueryContext context, Item row)
    {
        var values = new object[keys.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (keys[i](context, row) is not { } value)
            {
                return null;
            }

            values[i] = value;
        }

        return new LookupValue(values);
    }

    /// <inheritdoc />
    public bool Equals(LookupValue other)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (!AreEqual(parts[i], other.Parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj)
        => obj is LookupValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in parts)
        {
            if (part is byte[] bytes)
            {
                hash.AddBytes(bytes);
            }
            else
            {
                hash.Add(part);
            }
        }

        return hash.ToHashCode();
    }

    private static bool AreEqual(object left, object right)
        => left is byte[] bytes ? right is byte[] others && bytes.AsSpan().SequenceEqual(others) : left.Equals(right);
}

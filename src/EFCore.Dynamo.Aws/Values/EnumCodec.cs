using System.Diagnostics;
using Amazon.Runtime;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>An enumeration to the SDK's constants and back.</summary>
/// <typeparam name="T">The enumeration of Abstractions.</typeparam>
/// <typeparam name="TSdk">The SDK's class of constants, which holds any string.</typeparam>
internal sealed class EnumCodec<T, TSdk>
    where T : struct, Enum
    where TSdk : ConstantClass
{
    private readonly (T Value, TSdk Constant)[] _pairs;

    /// <summary>Creates the codec.</summary>
    /// <param name="pairs">All members, in the order in which the service's error texts list them.</param>
    public EnumCodec(params ReadOnlySpan<(T Value, TSdk Constant)> pairs) => _pairs = pairs.ToArray();

    /// <summary>The constant; null stays null.</summary>
    public TSdk? ToSdk(T? value) => value is { } known ? ToSdk(known) : null;

    /// <summary>The constant.</summary>
    public TSdk ToSdk(T value)
    {
        foreach (var (candidate, constant) in _pairs)
        {
            if (EqualityComparer<T>.Default.Equals(candidate, value))
            {
                return constant;
            }
        }

        throw new UnreachableException($"{typeof(T).Name} {value} has no constant in the SDK.");
    }

    /// <summary>The constant, or null for the default value: what need not be said is not sent.</summary>
    public TSdk? ToSdkUnlessDefault(T value) => EqualityComparer<T>.Default.Equals(value, default) ? null : ToSdk(value);

    /// <summary>The value of a request's member; null stays null.</summary>
    /// <param name="constant">What the caller set; any string can be a constant.</param>
    /// <param name="path">Where the service's error says it is.</param>
    /// <returns>Null, and a violation is noted, where the service has no such value.</returns>
    public T? FromRequest(TSdk? constant, MemberPath path)
    {
        if (constant is null)
        {
            return null;
        }

        if (Find(constant) is { } value)
        {
            return value;
        }

        Violations.Add($"'{constant.Value}'", path, $"Member must satisfy enum value set: [{Names}]");
        return null;
    }

    /// <summary>The value of a response's member; null where it is absent.</summary>
    /// <exception cref="NotSupportedException">The service answered a value that this version does not know.</exception>
    public T? FromResponse(TSdk? constant)
    {
        if (constant is null)
        {
            return null;
        }

        return Find(constant) ?? throw new NotSupportedException($"The service answered the {typeof(T).Name} '{constant.Value}', which this version does not know.");
    }

    private string Names => string.Join(", ", _pairs.Select(static pair => pair.Constant.Value));

    private T? Find(TSdk constant)
    {
        foreach (var (value, candidate) in _pairs)
        {
            if (string.Equals(candidate.Value, constant.Value, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}

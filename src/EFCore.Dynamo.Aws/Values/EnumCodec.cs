using Amazon.Runtime;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>An enumeration to the SDK's constants and back.</summary>
/// <typeparam name="T">The enumeration of Abstractions.</typeparam>
/// <typeparam name="TSdk">The SDK's class of constants, which holds any string.</typeparam>
internal sealed class EnumCodec<T, TSdk>
    where T : struct, Enum
    where TSdk : ConstantClass
{
    private readonly WireNames<T> _names;
    private readonly TSdk[] _constants;

    /// <summary>Creates the codec.</summary>
    /// <param name="names">The names, which are the constants' too.</param>
    /// <param name="findConstant">The SDK's constant of a name.</param>
    public EnumCodec(WireNames<T> names, Func<string, TSdk> findConstant)
    {
        _names = names;
        _constants = new TSdk[names.Entries.Length];
        for (var i = 0; i < _constants.Length; i++)
        {
            _constants[i] = findConstant(names.Entries[i].Name.Value);
        }
    }

    /// <summary>The constant; null stays null.</summary>
    public TSdk? ToSdk(T? value) => value is { } known ? ToSdk(known) : null;

    /// <summary>The constant.</summary>
    public TSdk ToSdk(T value) => _constants[_names.IndexOf(value)];

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

        if (_names.Find(constant.Value) is { } value)
        {
            return value;
        }

        Violations.Add($"'{constant.Value}'", path, $"Member must satisfy enum value set: {_names}");
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

        return _names.Find(constant.Value)
            ?? throw new NotSupportedException($"The service answered the {typeof(T).Name} '{constant.Value}', which this version does not know.");
    }
}

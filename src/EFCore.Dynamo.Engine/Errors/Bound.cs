using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace EFCore.Dynamo.Engine.Errors;

/// <summary>What a request or statement became when it was bound to its tables, or the service's error.</summary>
internal readonly struct Bound<T>
    where T : class
{
    private readonly T? _value;
    private readonly ServiceError? _error;

    private Bound(T? value, ServiceError? error)
    {
        _value = value;
        _error = error;
    }

    public static implicit operator Bound<T>(T value) => new(value, null);

    public static implicit operator Bound<T>(ServiceError error) => new(null, error);

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ServiceError? error)
    {
        if (_value is { } bound)
        {
            (value, error) = (bound, null);
            return true;
        }

        value = null;
        error = _error ?? throw new UnreachableException("Binding ended with neither a result nor an error.");
        return false;
    }
}

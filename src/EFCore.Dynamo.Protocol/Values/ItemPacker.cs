using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>
///     Packs what a reader finds for as long as an item can hold it. From the first value on that none can, nothing is packed any more and its error is kept.
/// </summary>
/// <remarks>What no JSON of an item can have, a name that occurs twice or bytes that are not UTF-8, is a <see cref="ProtocolException" /> at once.</remarks>
internal sealed class ItemPacker
{
    // Null from the first value on that cannot be packed.
    private ItemBuilder? _builder;

    /// <summary>The first value error since <see cref="Begin" />.</summary>
    public ValueError? Error { get; private set; }

    /// <summary>Starts an item.</summary>
    /// <param name="builder">Empty, and the packer's until <see cref="TakeItem" />.</param>
    public void Begin(ItemBuilder builder)
    {
        _builder = builder;
        Error = null;
    }

    /// <summary>What was packed; the empty item where something could not be.</summary>
    public Item TakeItem()
    {
        try
        {
            return _builder?.Build() ?? default;
        }
        catch (ArgumentException)
        {
            // An attribute name occurs twice.
            throw ProtocolException.NotJson();
        }
        finally
        {
            _builder = null;
        }
    }

    public void WriteName(ReadOnlySpan<byte> utf8Name)
    {
        try
        {
            _builder?.WriteName(utf8Name);
        }
        catch (ArgumentException)
        {
            throw ProtocolException.NotJson();
        }
        catch (DynamoValidationException exception)
        {
            Fail(exception.ToValueError());
        }
    }

    public void WriteString(ReadOnlySpan<byte> utf8Text)
    {
        try
        {
            _builder?.WriteUtf8String(utf8Text);
        }
        catch (ArgumentException)
        {
            // Bytes that are not UTF-8.
            throw ProtocolException.NotJson();
        }
    }

    /// <summary>A number is also checked where nothing is packed, until there is an error.</summary>
    public void WriteNumber(ReadOnlySpan<byte> text)
    {
        if (Error is not null)
        {
            return;
        }

        try
        {
            var number = DynamoNumber.Parse(text);
            _builder?.WriteNumber(number);
        }
        catch (DynamoValidationException exception)
        {
            Fail(exception.ToValueError());
        }
    }

    public void WriteBinary(ReadOnlySpan<byte> bytes) => _builder?.WriteBinary(bytes);

    public void WriteBoolean(bool value) => _builder?.WriteBoolean(value);

    public void WriteNull() => _builder?.WriteNull();

    public void BeginMap() => _builder?.BeginMap();

    public void EndMap()
    {
        try
        {
            _builder?.EndMap();
        }
        catch (ArgumentException)
        {
            // A name occurs twice.
            throw ProtocolException.NotJson();
        }
    }

    public void BeginList() => _builder?.BeginList();

    public void EndList() => _builder?.EndList();

    public void BeginSet(AttributeType setType) => _builder?.BeginSet(setType);

    public void EndSet()
    {
        try
        {
            _builder?.EndSet();
        }
        catch (DynamoValidationException exception)
        {
            // Empty, or with an element twice.
            Fail(exception.ToValueError());
        }
    }

    /// <summary>Packs no more: the value that follows cannot be, but its error is not known before it is read.</summary>
    public void Stop() => _builder = null;

    /// <summary>Keeps the first error, and packs no more.</summary>
    public void Fail(ValueError error)
    {
        Error ??= error;
        _builder = null;
    }

    /// <inheritdoc cref="Fail(ValueError)" />
    public void Fail(string message) => Fail(new ValueError.SameText(message));

    /// <summary>An error that the service puts before the one that was found.</summary>
    public void ReplaceError(ValueError error) => Error = error;
}

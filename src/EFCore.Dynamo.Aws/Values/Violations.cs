using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Aws;

/// <summary>What an SDK request can say, the types of Abstractions cannot, and the service refuses: values that no enumeration has, absent members that are required.</summary>
/// <remarks>The texts are the service's for a request with one such violation; the first one ends the request.</remarks>
internal static class Violations
{
    /// <summary>The member must be there.</summary>
    /// <exception cref="DynamoValidationException">It is null.</exception>
    public static T Required<T>(T? value, MemberPath path)
        where T : class
        => value ?? throw Create("null", path, "Member must not be null");

    /// <inheritdoc cref="Required{T}(T, MemberPath)" />
    public static T Required<T>(T? value, MemberPath path)
        where T : struct
        => value ?? throw Create("null", path, "Member must not be null");

    /// <summary>The error of one violated constraint.</summary>
    /// <param name="value">The value as the text has it: quoted, or <c>null</c>.</param>
    public static DynamoValidationException Create(string value, MemberPath path, string constraint)
        => new($"1 validation error detected: Value {value} at '{path}' failed to satisfy constraint: {constraint}");
}

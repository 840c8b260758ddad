using System.Globalization;

namespace EFCore.Dynamo.Protocol;

/// <summary>Where in a request a member stands, as the service's constraint texts say it: <c>keySchema.1.member.keyType</c>.</summary>
/// <remarks>Put together only when it is reported.</remarks>
internal readonly record struct MemberPath(string List, int Position, string Parent, string Member)
{
    /// <summary>A member of a list's element.</summary>
    public MemberPath(string list, int position, string member)
        : this(list, position, string.Empty, member)
    {
    }

    /// <summary>A member of the request itself.</summary>
    public static implicit operator MemberPath(string member) => new(string.Empty, 0, member);

    /// <inheritdoc />
    public override string ToString() => Position == 0 ? Parent + Member : string.Create(CultureInfo.InvariantCulture, $"{List}.{Position}.member.{Parent}{Member}");
}

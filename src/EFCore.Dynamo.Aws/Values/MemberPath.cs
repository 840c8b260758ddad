using System.Globalization;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>Where in a request a member stands, as the service's constraint texts say it: <c>keySchema.1.member.keyType</c>. Costs nothing until it is spelled.</summary>
/// <param name="Member">The member, with the path below the list's element.</param>
/// <param name="List">The list it stands in; null at the top.</param>
/// <param name="Index">The element's index; the service counts from 1.</param>
internal readonly record struct MemberPath(string Member, string? List = null, int Index = 0)
{
    public static implicit operator MemberPath(string member) => new(member);

    public override string ToString() => List is null ? Member : string.Create(CultureInfo.InvariantCulture, $"{List}.{Index + 1}.member.{Member}");
}

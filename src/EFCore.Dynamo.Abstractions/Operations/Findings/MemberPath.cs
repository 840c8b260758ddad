using System.Globalization;

namespace EFCore.Dynamo.Operations;

/// <summary>Where in a request a member stands, as the service's constraint texts say it: <c>keySchema.1.member.keyType</c>.</summary>
/// <remarks>Put together only when it is reported.</remarks>
/// <param name="List">The list that holds the member; unused where <paramref name="Position" /> is 0.</param>
/// <param name="Entry">The key of the map entry that is the list; null where the list is a member itself.</param>
/// <param name="Position">The element's, from 1; 0 for a member of the request itself.</param>
/// <param name="Parent">The part of the element in which the member stands, with its dot.</param>
/// <param name="Member">The member.</param>
internal readonly record struct MemberPath(string List, string? Entry, int Position, string Parent, string Member)
{
    /// <summary>A member of a list's element.</summary>
    public MemberPath(string list, int position, string member)
        : this(list, null, position, string.Empty, member)
    {
    }

    /// <summary>A member of a part of a list's element.</summary>
    public MemberPath(string list, int position, string parent, string member)
        : this(list, null, position, parent, member)
    {
    }

    /// <summary>A member of a list's element.</summary>
    /// <param name="list">The list.</param>
    /// <param name="index">The element's index, from 0.</param>
    /// <param name="member">The member, with the path below the element.</param>
    public static MemberPath OfElement(string list, int index, string member) => new(list, index + 1, member);

    /// <summary>A member of an element of a list that is the value of a map's entry.</summary>
    public static MemberPath OfEntry(string map, string entry, int position, string member) => new(map, entry, position, string.Empty, member);

    /// <summary>A member of the request itself.</summary>
    public static implicit operator MemberPath(string member) => new(string.Empty, 0, member);

    /// <inheritdoc />
    public override string ToString()
    {
        if (Position == 0)
        {
            return Parent + Member;
        }

        var list = Entry is null ? List : $"{List}.{Entry}.member";
        return string.Create(CultureInfo.InvariantCulture, $"{list}.{Position}.member.{Parent}{Member}");
    }
}

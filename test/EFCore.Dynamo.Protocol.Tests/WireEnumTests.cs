using System.Reflection;
using EFCore.Dynamo.Protocol.Values;

namespace EFCore.Dynamo.Protocol.Tests;

/// <summary>The order in which error texts list the names of an enumeration.</summary>
public sealed class WireEnumTests
{
    /// <summary>All sets that the service is known to print are in the order of Java's string hashes in a table of 32 places; so are the others, then.</summary>
    [Fact]
    public void Names_are_in_the_order_of_the_services_hash_sets()
    {
        var fields = typeof(WireEnums).GetFields(BindingFlags.Public | BindingFlags.Static);
        fields.ShouldNotBeEmpty();
        foreach (var field in fields.Where(IsInRequests))
        {
            var names = field.GetValue(null)!.ToString()!.Trim('[', ']').Split(", ");
            string.Join(", ", names).ShouldBe(string.Join(", ", names.OrderBy(static name => Hash(name) & 31)), field.Name);
        }
    }

    /// <summary>Those that are only in answers are never listed.</summary>
    private static bool IsInRequests(FieldInfo field) => !field.Name.EndsWith("Status", StringComparison.Ordinal) && field.Name != nameof(WireEnums.OperationType);

    private static int Hash(string text) => text.Aggregate(0, static (hash, character) => unchecked((31 * hash) + character));
}

using System.Reflection;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Wire;

/// <summary>The tables of wire names: complete, unambiguous, and in the order in which error texts list them.</summary>
public sealed class WireEnumsTests
{
    // The service has no enumeration of the order of a key's holes; attribute types have a table of their own.
    private static readonly string[] NotOnTheWire = [nameof(AttributeType), nameof(KeyOrder)];

    /// <summary>
    ///     All sets that the service is known to print are in the order of Java's string hashes in a table of 32 places; so are the others, then.
    /// </summary>
    [Fact]
    public void Names_are_in_the_order_of_the_services_hash_sets()
    {
        foreach (var (field, listing) in Tables().Where(static table => IsInRequests(table.Name)).Append(
            ("types of keys", AttributeTypeNames.OfKeys.ToString())))
        {
            var names = listing.Trim('[', ']').Split(", ");
            string.Join(", ", names).ShouldBe(string.Join(", ", names.OrderBy(static name => Hash(name) & 31)), field);
        }
    }

    [Fact]
    public void Every_public_enumeration_has_one_table_with_all_its_members()
    {
        var enumerations = typeof(AttributeType).Assembly.GetExportedTypes().Where(static type => type.IsEnum && !NotOnTheWire.Contains(type.Name)).ToList();
        Tables().Select(static table => table.Name).ShouldBe(enumerations.Select(static type => type.Name), ignoreOrder: true);
        foreach (var (name, listing) in Tables())
        {
            var names = listing.Trim('[', ']').Split(", ");
            names.Length.ShouldBe(Enum.GetNames(enumerations.Single(type => type.Name == name)).Length, name);
            names.ShouldBeUnique(name);
        }
    }

    [Fact]
    public void A_name_is_found_by_case()
    {
        WireEnums.KeyType.Find("HASH").ShouldBe(EFCore.Dynamo.Tables.KeyType.PartitionKey);
        WireEnums.KeyType.GetText(EFCore.Dynamo.Tables.KeyType.SortKey).ShouldBe("RANGE");
        WireEnums.KeyType.Find("hash").ShouldBeNull();
    }

    [Fact]
    public void Every_attribute_type_has_a_name_that_leads_back_to_it()
    {
        var types = Enum.GetValues<AttributeType>();
        types.Select(AttributeTypeNames.GetWireName).ShouldBe(["NULL", "BOOL", "N", "S", "B", "NS", "SS", "BS", "L", "M"]);
        foreach (var type in types)
        {
            AttributeTypeNames.TryParse(AttributeTypeNames.GetName(type).EncodedUtf8Bytes, out var parsed).ShouldBeTrue();
            parsed.ShouldBe(type);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("X")]
    [InlineData("SN")]
    [InlineData("3")]
    [InlineData("BOOM")]
    [InlineData("NULL ")]
    [InlineData("NUL")]
    public void What_is_no_type_has_none(string name) => AttributeTypeNames.TryParse(System.Text.Encoding.UTF8.GetBytes(name), out _).ShouldBeFalse();

    private static IEnumerable<(string Name, string Listing)> Tables()
        => typeof(WireEnums).GetFields(BindingFlags.Public | BindingFlags.Static).Select(
            static field => (field.Name, field.GetValue(null)!.ToString()!)); // static fields that are set

    /// <summary>Those that are only in answers are never listed.</summary>
    private static bool IsInRequests(string name) => !name.EndsWith("Status", StringComparison.Ordinal) && name != nameof(WireEnums.OperationType);

    private static int Hash(string text) => text.Aggregate(0, static (hash, character) => unchecked((31 * hash) + character));
}

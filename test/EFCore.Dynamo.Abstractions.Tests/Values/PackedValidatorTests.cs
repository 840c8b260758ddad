using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public sealed class PackedValidatorTests
{
    [Theory]
    [InlineData("", "a count")] // not even a count
    [InlineData("00000000", "a count")]
    [InlineData("FFFFFFFF08000000", "a count")]
    [InlineData("FFFFFF7F08000000", "a count")]
    [InlineData("0000000009000000", "does not span")]
    [InlineData("000000000800000000", "does not span")]
    [InlineData("01000000 0C000000 0C000000", "do not ascend")]
    [InlineData("01000000 0C000000 0D000000 00", "a name longer")]
    [InlineData("01000000 0C000000 0F000000 0500 61", "a name longer")]
    [InlineData("01000000 0C000000 0F000000 0100 61", "without a type tag")]
    [InlineData("01000000 0C000000 10000000 0100 FF 00", "not UTF-8")]
    [InlineData("01000000 0C000000 10000000 0100 61 0A", "unknown type tag 10")]
    [InlineData("01000000 0C000000 11000000 0100 61 0000", "malformed value of type NULL")]
    [InlineData("01000000 0C000000 11000000 0100 61 0102", "malformed value of type BOOL")]
    [InlineData("01000000 0C000000 11000000 0100 61 03FF", "malformed value of type S")]
    [InlineData("01000000 0C000000 11000000 0100 61 027F", "malformed value of type N")]
    [InlineData("01000000 0C000000 14000000 0100 61 0283000100", "malformed value of type N")] // 1 in two bytes is not canonical
    [InlineData("01000000 0C000000 18000000 0100 61 06 0000000008000000", "malformed value of type SS")] // an empty set
    [InlineData("02000000 10000000 14000000 18000000 0100 62 00 0100 61 00", "out of order")]
    [InlineData("02000000 10000000 14000000 18000000 0100 61 00 0100 61 00", "out of order")]
    [InlineData("02000000 10000000 18000000 14000000 0100 61 00 0100 62 00", "does not span")]
    public void Bytes_that_are_not_a_canonical_item_are_refused(string hex, string reason)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

        Should.Throw<InvalidPackedItemException>(() => Item.FromPacked(bytes)).Message.ShouldContain(reason);
    }
}

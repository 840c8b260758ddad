using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Resources;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Streams;

/// <summary>Names, numbers and iterators of streams as texts.</summary>
public sealed class StreamTextTests
{
    private const string Arn = "arn:aws:dynamodb:us-east-1:123456789012:table/Music/stream/2015-05-11T21:21:33.291";

    [Fact]
    public void A_stream_name_has_a_table_and_a_label()
    {
        var arn = StreamArn.TryParse(Arn).ShouldNotBeNull();

        arn.TableName.ShouldBe("Music");
        arn.Label.ShouldBe("2015-05-11T21:21:33.291");
        arn.Text.ShouldBe(Arn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table/Music")]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table//stream/2015-05-11T21:21:33.291")]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table/Music/stream/")]
    [InlineData("arn:aws:dynamodb:us-east-1::table/Music/stream/2015-05-11T21:21:33.291")]
    [InlineData("arn:aws:kinesis:us-east-1:123456789012:stream/Music")]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table/Mu sic/stream/2015-05-11T21:21:33.291")]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table/Music/stream/ä")]
    public void What_is_no_stream_name_is_none(string text) => StreamArn.TryParse(text).ShouldBeNull();

    [Fact]
    public void Sequence_numbers_have_21_digits_and_keep_their_order()
    {
        string[] texts = [SequenceNumber.Format(1), SequenceNumber.Format(10), SequenceNumber.Format(ulong.MaxValue)];

        texts.ShouldAllBe(static text => text.Length == 21);
        texts.ShouldBe(texts.Order(StringComparer.Ordinal));
        SequenceNumber.TryParse(texts[1], out var number).ShouldBeTrue();
        number.ShouldBe(10UL);
    }

    [Theory]
    [InlineData("000000000000000000000", true, 0UL)]
    [InlineData("999999999999999999999999999999999999999", true, ulong.MaxValue)]
    [InlineData("-00000000000000000001", false, 0UL)]
    [InlineData("1e00000000000000000000", false, 0UL)]
    [InlineData(" 100000000000000000001", false, 0UL)]
    public void Other_numbers_are_the_nearest_and_other_texts_are_none(string text, bool isNumber, ulong expected)
    {
        SequenceNumber.TryParse(text, out var number).ShouldBe(isNumber);
        number.ShouldBe(expected);
    }

    [Fact]
    public void Shard_ids_of_a_stream_are_distinct_and_in_the_order_of_opening()
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1414576573621);

        ShardIds.Create(7, 0, time).ShouldStartWith("shardId-00000001414576573621-");
        ShardIds.Create(7, 0, time).Length.ShouldBe(37);
        var ids = Enumerable.Range(0, 500).Select(i => ShardIds.Create(7, (uint)i, time.AddMilliseconds(i / 4))).ToList();
        ids.Distinct().Count().ShouldBe(500);
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    public void An_iterator_is_what_was_written(ulong? after)
    {
        var iterator = new ShardIterator(StreamArn.TryParse(Arn)!, 3, uint.MaxValue, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), after);

        iterator.Format().ShouldStartWith(Arn + "|1|");
        iterator.Format().Length.ShouldBeLessThanOrEqualTo(ShardIterator.MaxLength);
        ShardIterator.TryParse(iterator.Format()).ShouldBe(iterator);
    }

    /// <summary>Changed iterators are refused, whatever was changed: none throws, none means another place.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_changed_iterator_is_none(int seed)
    {
        var random = new Random(seed);
        var iterator = new ShardIterator(StreamArn.TryParse(Arn)!, 3, 4, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), 5);
        var text = iterator.Format();
        for (var i = 0; i < 5000; i++)
        {
            var changed = Mutate(text, random);
            if (ShardIterator.TryParse(changed) is { } parsed)
            {
                parsed.ShouldBe(iterator, $"seed {seed}, iteration {i}: {changed}");
            }
        }
    }

    private static string Mutate(string text, Random random)
    {
        var characters = text.ToList();
        for (var i = 0; i <= random.Next(3); i++)
        {
            var at = random.Next(characters.Count);
            switch (random.Next(3))
            {
                case 0:
                    characters[at] = (char)random.Next(1, 300);
                    break;
                case 1:
                    characters.RemoveAt(at);
                    break;
                default:
                    characters.Insert(at, characters[random.Next(characters.Count)]);
                    break;
            }
        }

        return new string([.. characters]);
    }
}

using Microsoft.EntityFrameworkCore.Types;

namespace EFCore.Dynamo.SpecificationTests.Types;

public class BoolTypeDynamoTest(BoolTypeDynamoTest.BoolTypeDynamoFixture fixture) : TypeTestBase<bool, BoolTypeDynamoTest.BoolTypeDynamoFixture>(fixture)
{
    public class BoolTypeDynamoFixture : TypeFixtureBase<bool>
    {
        /// <inheritdoc />
        public override bool Value { get; } = true;

        /// <inheritdoc />
        public override bool OtherValue { get; } = false;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class StringTypeDynamoTest(StringTypeDynamoTest.StringTypeDynamoFixture fixture) : TypeTestBase<string, StringTypeDynamoTest.StringTypeDynamoFixture>(fixture)
{
    public class StringTypeDynamoFixture : TypeFixtureBase<string>
    {
        /// <inheritdoc />
        public override string Value { get; } = "foo";

        /// <inheritdoc />
        public override string OtherValue { get; } = "bar";

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class GuidTypeDynamoTest(GuidTypeDynamoTest.GuidTypeDynamoFixture fixture) : TypeTestBase<Guid, GuidTypeDynamoTest.GuidTypeDynamoFixture>(fixture)
{
    public class GuidTypeDynamoFixture : TypeFixtureBase<Guid>
    {
        /// <inheritdoc />
        public override Guid Value { get; } = new("8f7331d6-cde9-44fb-8611-81fff686f281");

        /// <inheritdoc />
        public override Guid OtherValue { get; } = new("ae192c36-9004-49b2-b785-8be10d169628");

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class ByteTypeDynamoTest(ByteTypeDynamoTest.ByteTypeDynamoFixture fixture) : TypeTestBase<byte, ByteTypeDynamoTest.ByteTypeDynamoFixture>(fixture)
{
    public class ByteTypeDynamoFixture : TypeFixtureBase<byte>
    {
        /// <inheritdoc />
        public override byte Value { get; } = byte.MinValue;

        /// <inheritdoc />
        public override byte OtherValue { get; } = byte.MaxValue;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class ShortTypeDynamoTest(ShortTypeDynamoTest.ShortTypeDynamoFixture fixture) : TypeTestBase<short, ShortTypeDynamoTest.ShortTypeDynamoFixture>(fixture)
{
    public class ShortTypeDynamoFixture : TypeFixtureBase<short>
    {
        /// <inheritdoc />
        public override short Value { get; } = short.MinValue;

        /// <inheritdoc />
        public override short OtherValue { get; } = short.MaxValue;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class IntTypeDynamoTest(IntTypeDynamoTest.IntTypeDynamoFixture fixture) : TypeTestBase<int, IntTypeDynamoTest.IntTypeDynamoFixture>(fixture)
{
    public class IntTypeDynamoFixture : TypeFixtureBase<int>
    {
        /// <inheritdoc />
        public override int Value { get; } = int.MinValue;

        /// <inheritdoc />
        public override int OtherValue { get; } = int.MaxValue;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class LongTypeDynamoTest(LongTypeDynamoTest.LongTypeDynamoFixture fixture) : TypeTestBase<long, LongTypeDynamoTest.LongTypeDynamoFixture>(fixture)
{
    public class LongTypeDynamoFixture : TypeFixtureBase<long>
    {
        /// <inheritdoc />
        public override long Value { get; } = long.MinValue;

        /// <inheritdoc />
        public override long OtherValue { get; } = long.MaxValue;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class DecimalTypeDynamoTest(DecimalTypeDynamoTest.DecimalTypeDynamoFixture fixture) : TypeTestBase<decimal, DecimalTypeDynamoTest.DecimalTypeDynamoFixture>(fixture)
{
    public class DecimalTypeDynamoFixture : TypeFixtureBase<decimal>
    {
        /// <inheritdoc />
        public override decimal Value { get; } = 30.5m;

        /// <inheritdoc />
        public override decimal OtherValue { get; } = -30m;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class DoubleTypeDynamoTest(DoubleTypeDynamoTest.DoubleTypeDynamoFixture fixture) : TypeTestBase<double, DoubleTypeDynamoTest.DoubleTypeDynamoFixture>(fixture)
{
    public class DoubleTypeDynamoFixture : TypeFixtureBase<double>
    {
        /// <inheritdoc />
        public override double Value { get; } = 30.5d;

        /// <inheritdoc />
        public override double OtherValue { get; } = -30d;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class FloatTypeDynamoTest(FloatTypeDynamoTest.FloatTypeDynamoFixture fixture) : TypeTestBase<float, FloatTypeDynamoTest.FloatTypeDynamoFixture>(fixture)
{
    public class FloatTypeDynamoFixture : TypeFixtureBase<float>
    {
        /// <inheritdoc />
        public override float Value { get; } = 30.5f;

        /// <inheritdoc />
        public override float OtherValue { get; } = -30f;

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class DateTimeTypeDynamoTest(DateTimeTypeDynamoTest.DateTimeTypeDynamoFixture fixture) : TypeTestBase<DateTime, DateTimeTypeDynamoTest.DateTimeTypeDynamoFixture>(fixture)
{
    public class DateTimeTypeDynamoFixture : TypeFixtureBase<DateTime>
    {
        /// <inheritdoc />
        public override DateTime Value { get; } = new(2020, 1, 5, 12, 30, 45, DateTimeKind.Utc);

        /// <inheritdoc />
        public override DateTime OtherValue { get; } = new(2022, 5, 3, 0, 0, 0, DateTimeKind.Utc);

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class DateTimeOffsetTypeDynamoTest(DateTimeOffsetTypeDynamoTest.DateTimeOffsetTypeDynamoFixture fixture) : TypeTestBase<DateTimeOffset, DateTimeOffsetTypeDynamoTest.DateTimeOffsetTypeDynamoFixture>(fixture)
{
    public class DateTimeOffsetTypeDynamoFixture : TypeFixtureBase<DateTimeOffset>
    {
        /// <inheritdoc />
        public override DateTimeOffset Value { get; } = new(2020, 1, 5, 12, 30, 45, TimeSpan.FromHours(2));

        /// <inheritdoc />
        public override DateTimeOffset OtherValue { get; } = new(2020, 1, 5, 12, 30, 45, TimeSpan.FromHours(3));

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class DateOnlyTypeDynamoTest(DateOnlyTypeDynamoTest.DateOnlyTypeDynamoFixture fixture) : TypeTestBase<DateOnly, DateOnlyTypeDynamoTest.DateOnlyTypeDynamoFixture>(fixture)
{
    public class DateOnlyTypeDynamoFixture : TypeFixtureBase<DateOnly>
    {
        /// <inheritdoc />
        public override DateOnly Value { get; } = new(2020, 1, 5);

        /// <inheritdoc />
        public override DateOnly OtherValue { get; } = new(2022, 5, 3);

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class TimeOnlyTypeDynamoTest(TimeOnlyTypeDynamoTest.TimeOnlyTypeDynamoFixture fixture) : TypeTestBase<TimeOnly, TimeOnlyTypeDynamoTest.TimeOnlyTypeDynamoFixture>(fixture)
{
    public class TimeOnlyTypeDynamoFixture : TypeFixtureBase<TimeOnly>
    {
        /// <inheritdoc />
        public override TimeOnly Value { get; } = new(12, 30, 45);

        /// <inheritdoc />
        public override TimeOnly OtherValue { get; } = new(14, 0, 0);

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class TimeSpanTypeDynamoTest(TimeSpanTypeDynamoTest.TimeSpanTypeDynamoFixture fixture) : TypeTestBase<TimeSpan, TimeSpanTypeDynamoTest.TimeSpanTypeDynamoFixture>(fixture)
{
    public class TimeSpanTypeDynamoFixture : TypeFixtureBase<TimeSpan>
    {
        /// <inheritdoc />
        public override TimeSpan Value { get; } = new(12, 30, 45);

        /// <inheritdoc />
        public override TimeSpan OtherValue { get; } = new(14, 0, 0);

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

public class ByteArrayTypeDynamoTest(ByteArrayTypeDynamoTest.ByteArrayTypeDynamoFixture fixture) : TypeTestBase<byte[], ByteArrayTypeDynamoTest.ByteArrayTypeDynamoFixture>(fixture)
{
    public class ByteArrayTypeDynamoFixture : TypeFixtureBase<byte[]>
    {
        /// <inheritdoc />
        public override byte[] Value { get; } = [1, 2, 3];

        /// <inheritdoc />
        public override byte[] OtherValue { get; } = [4, 5, 6, 7];

        /// <inheritdoc />
        public override Func<byte[], byte[], bool> Comparer { get; } = (left, right) => left.SequenceEqual(right);

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}

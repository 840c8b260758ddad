using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Tests.Query.Planning;

public sealed class FilterWriterTests
{
    private readonly PlannedQuery<Order> _query = new PlannedQuery<Order>().AllowScan();

    [Fact]
    public void Parentheses_stand_only_where_they_are_needed()
    {
        Write(And(Or(Total(1), Total(2)), Total(3))).ShouldBe("(Total = 1 OR Total = 2) AND Total = 3");
        Write(Or(And(Total(1), Total(2)), Total(3))).ShouldBe("(Total = 1 AND Total = 2) OR Total = 3");
        Write(Or(new NullPredicate(_query.Attribute("Coupon")), Total(3))).ShouldBe(
            "attribute_not_exists(Coupon) OR attribute_type(Coupon, 'NULL') OR Total = 3");
        Write(new NotPredicate(new NullPredicate(_query.Attribute("Coupon")))).ShouldBe("NOT (attribute_not_exists(Coupon) OR attribute_type(Coupon, 'NULL'))");
        Write(new NotPredicate(Or(Total(1), And(Total(2), new BooleanPredicate(true))))).ShouldBe("NOT (Total = 1 OR Total = 2)");
    }

    [Fact]
    public void Constants_are_folded()
    {
        Write(And(Total(1), new BooleanPredicate(true))).ShouldBe("Total = 1");
        Write(Or(Total(1), new BooleanPredicate(false), And(Total(5), new BooleanPredicate(false)))).ShouldBe("Total = 1");
        Write(Or(Total(1), new BooleanPredicate(true))).ShouldBeNull();
        Write(new NotPredicate(new BooleanPredicate(false))).ShouldBeNull();
    }

    [Fact]
    public void Functions_are_the_services()
    {
        var status = _query.Attribute("Status");
        Write(new BeginsWithPredicate(status, _query.Constant("Status", "O"))).ShouldBe("begins_with(Status, 'O')");
        Write(new ContainsPredicate(status, _query.Constant("Status", "pe"))).ShouldBe("contains(Status, 'pe')");
        Write(new ComparisonPredicate(Comparator.GreaterThan, new SizeOperand(status), new ConstantOperand(3, null))).ShouldBe("size(Status) > 3");
        Write(new BetweenPredicate(_query.Attribute("Total"), _query.Constant("Total", 1m), _query.Constant("Total", 2m))).ShouldBe("Total BETWEEN 1 AND 2");
        Write(new InPredicate(_query.Attribute("Total"), [_query.Constant("Total", 1m), _query.Constant("Total", 2m)])).ShouldBe("Total IN (1, 2)");
        Write(new ComparisonPredicate(Comparator.LessThan, status, _query.Attribute("Clerk"))).ShouldBe("Status < Clerk");
    }

    private DynamoPredicate Total(decimal value) => new ComparisonPredicate(Comparator.Equal, _query.Attribute("Total"), _query.Constant("Total", value));

    private static AndPredicate And(params DynamoPredicate[] operands) => new([.. operands]);

    private static OrPredicate Or(params DynamoPredicate[] operands) => new([.. operands]);


    private static string? Write(DynamoPredicate predicate)
    {
        var scan = new PlannedQuery<Order>().AllowScan().Where(predicate).Bind().Scan;
        return scan.FilterExpression is { } filter
            ? PlannedQuery<Order>.Substitute(filter, scan.ExpressionAttributeNames, scan.ExpressionAttributeValues)
            : null;
    }
}

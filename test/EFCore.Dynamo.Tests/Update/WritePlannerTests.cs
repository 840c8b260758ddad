using EFCore.Dynamo.Update;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Update;

public sealed class WritePlannerTests
{
    [Fact]
    public void No_operation_is_no_request()
        => WritePlanner.Plan([], AutoTransactionBehavior.Always).Steps.ShouldBeEmpty();

    [Fact]
    public void One_operation_is_one_plain_request()
    {
        var plan = WritePlanner.Plan([Write()], AutoTransactionBehavior.WhenNeeded);

        plan.Steps.ShouldHaveSingleItem().IsTransaction.ShouldBeFalse();
    }

    [Fact]
    public void One_operation_is_a_transaction_where_the_context_always_wants_one()
    {
        var plan = WritePlanner.Plan([Write()], AutoTransactionBehavior.Always);

        plan.Steps.ShouldHaveSingleItem().IsTransaction.ShouldBeTrue();
    }

    [Fact]
    public void Hundred_operations_are_one_transaction()
    {
        var plan = WritePlanner.Plan(Repeat(100), AutoTransactionBehavior.WhenNeeded);

        var step = plan.Steps.ShouldHaveSingleItem();
        step.IsTransaction.ShouldBeTrue();
        step.Operations.Count.ShouldBe(100);
    }

    [Fact]
    public void More_than_hundred_operations_name_the_way_out()
    {
        var error = Should.Throw<InvalidOperationException>(() => WritePlanner.Plan(Repeat(101), AutoTransactionBehavior.WhenNeeded));

        error.Message.ShouldContain("101 items");
        error.Message.ShouldContain("AutoTransactionBehavior.Never");
    }

    [Fact]
    public void A_move_counts_twice()
        => Should.Throw<InvalidOperationException>(() => WritePlanner.Plan([.. Repeat(99), Write(movedFrom: Write())], AutoTransactionBehavior.WhenNeeded))
            .Message.ShouldContain("101 items");

    [Fact]
    public void Without_transactions_each_operation_is_a_request_in_order()
    {
        var operations = Repeat(150);

        var plan = WritePlanner.Plan(operations, AutoTransactionBehavior.Never);

        plan.Steps.Select(step => step.Operations.ShouldHaveSingleItem()).ShouldBe(operations);
        plan.Steps.ShouldAllBe(step => !step.IsTransaction);
    }

    [Fact]
    public void A_move_is_a_transaction_even_without_transactions()
    {
        var plan = WritePlanner.Plan([Write(), Write(movedFrom: Write())], AutoTransactionBehavior.Never);

        plan.Steps.Select(step => step.IsTransaction).ShouldBe([false, true]);
    }

    private static WriteOperation[] Repeat(int count) => [.. Enumerable.Range(0, count).Select(_ => Write())];

    // The planner looks at counts and moves only; an entry would need a context.
    private static WriteOperation Write(WriteOperation? movedFrom = null)
        => new()
        {
            Kind = WriteKind.Insert,
            TableName = "t",
            Item = Item.Empty,
            KeyAttributeNames = ["PK"],
            ConditionExpression = "attribute_not_exists(#0)",
            AttributeNames = new Dictionary<string, string>(),
            Entry = null!,
            MovedFrom = movedFrom,
        };
}

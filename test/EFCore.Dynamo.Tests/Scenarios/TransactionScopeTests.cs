using System.Transactions;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>A scope cannot take back what DynamoDB has written, so nothing is written in one.</summary>
public sealed class TransactionScopeTests : IDisposable
{
    private readonly Scenario _scenario = new(static model => model.Entity<Note>());

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public void A_synchronous_save_in_a_scope_is_refused_with_the_way_out()
    {
        using var context = _scenario.Open();
        context.Add(new Note { Id = 1 });
        using (new TransactionScope())
        {
            Should.Throw<InvalidOperationException>(() => context.SaveChanges()).Message.ShouldContain("TransactionScopeOption.Suppress");
        }

        context.Set<Note>().AllowScan().ToList().ShouldBeEmpty();
        context.SaveChanges().ShouldBe(1);
    }

    [Fact]
    public async Task An_asynchronous_save_in_a_scope_is_refused_and_a_suppressed_one_is_made()
    {
        await using var context = _scenario.Open();
        context.Add(new Note { Id = 1 });
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync());
            using var suppressed = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
            (await context.SaveChangesAsync()).ShouldBe(1);
        }

        context.Set<Note>().AllowScan().ToList().Count.ShouldBe(1);
    }

    [Fact]
    public void Queries_run_in_a_scope()
    {
        _scenario.Save(new Note { Id = 1 });
        using var scope = new TransactionScope();
        using var context = _scenario.Open();

        context.Find<Note>(1).ShouldNotBeNull();
    }

    private sealed class Note
    {
        public int Id { get; set; }
    }
}

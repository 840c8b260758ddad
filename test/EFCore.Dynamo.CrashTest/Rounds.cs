namespace EFCore.Dynamo.CrashTest;

/// <summary>Writes, kills, reads; again and again on one directory, so that damage that shows later is found too.</summary>
internal sealed class Rounds(IWriting writing, Random random)
{
    private const int MaxPrintedFindings = 10;

    private readonly Journal _journal = new();
    private readonly StreamVerifier _stream = new();

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(int count)
    {
        var (lost, torn) = (0, 0);
        for (var round = 1; round <= count; round++)
        {
            await writing.WriteUntilKilledAsync(_journal, random.Next(), TimeSpan.FromMilliseconds(random.Next(50, writing.MaxLifetimeMilliseconds)));
            var findings = new List<string>();
            var tables = await writing.VerifyAsync(client => VerifyAsync(client, findings));
            var records = await writing.VerifyStreamsAsync((client, streams) => _stream.VerifyAsync(client, streams, _journal, findings));
            _journal.ForgetAcknowledged();
            lost += tables.Lost + records.Lost;
            torn += tables.Torn + records.Torn;
            foreach (var finding in findings.Take(MaxPrintedFindings))
            {
                Console.WriteLine($"  round {round}: {finding}");
            }
        }

        Console.WriteLine($"{_journal.AcknowledgedCount} acknowledged operations and {_stream.RecordCount} stream records checked");
        Console.WriteLine($"crash-test: {count} rounds, {lost} lost, {torn} torn");
        return lost == 0 && torn == 0 && _journal.AcknowledgedCount > 0 && _stream.RecordCount > 0 ? 0 : 1;
    }

    private async Task<(int Lost, int Torn)> VerifyAsync(IDynamoClient client, List<string> findings)
    {
        var items = await new Verifier(client, _journal, findings).VerifyAsync();
        var bank = await new BankVerifier(client, _journal, findings).VerifyAsync();
        return (items.Lost + bank.Lost, items.Torn + bank.Torn);
    }
}

using System.Globalization;
using EFCore.Dynamo.Fuzz;

const int CallerCount = 4;

var folder = Value("--out") ?? "fuzz";
var findings = new Findings(folder);
using var server = await ServerUnderTest.StartAsync();
await server.ResetAsync();
var referee = new Referee(server, findings, CallerCount);

if (Value("--replay") is { } path)
{
    using var client = new RawClient(server.Endpoint);
    var answer = await referee.CallAsync(client, Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path), mayBeCutOff: true);
    Console.WriteLine($"{answer.Status} in {answer.Elapsed.TotalMilliseconds:0} ms: {answer.Body}");
    return findings.Count == 0 ? 0 : 1;
}

var seconds = args.Length > 0 && double.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 10;
var seed = int.Parse(Value("--seed") ?? (Environment.TickCount & 0xFFFFFF).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
Console.WriteLine($"fuzz: seed {seed}, {seconds} s, {CallerCount} callers; the same requests again: eng/fuzz {seconds} --seed {seed}");
await new Fuzzer(server, referee, findings, seed, CallerCount).RunAsync(TimeSpan.FromSeconds(seconds));
Console.WriteLine($"fuzz: {findings.Count} findings");
return findings.Count == 0 ? 0 : 1;

string? Value(string option)
{
    var index = Array.IndexOf(args, option);
    return index < 0 ? null : index + 1 < args.Length ? args[index + 1] : throw new ArgumentException($"{option} needs a value.");
}

namespace EFCore.Dynamo.Fuzz;

/// <summary>What came back.</summary>
/// <param name="Status">The status code; 0 where the connection ended without an answer.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Elapsed">From the request's first byte to the answer's last.</param>
/// <param name="Fault">What is wrong with the answer itself; null where nothing is.</param>
internal sealed record Answer(int Status, string Body, TimeSpan Elapsed, string? Fault);

namespace Movies.Commands;

internal sealed record QueryOptions(string DataDirectory, bool Explain);

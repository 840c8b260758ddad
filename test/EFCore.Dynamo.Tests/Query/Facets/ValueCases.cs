namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>One line a value.</summary>
internal static class ValueCases
{
    private static int Seven { get; } = 7;

    private static string? Nothing { get; } = FindNothing<string>();

    public static IReadOnlyList<ValueCase> All { get; } =
    [
        ValueCase.Create("value or default", f => f.N.GetValueOrDefault()),
        ValueCase.Create("value or other", f => f.N.GetValueOrDefault(7)),
        ValueCase.Create("value or variable", f => f.N.GetValueOrDefault(Seven)),
        ValueCase.Create("value or attribute", f => f.N.GetValueOrDefault(f.Count)),
        ValueCase.Create("date or default", f => f.At.GetValueOrDefault()),
        ValueCase.Create("flag or default", f => f.Flag.GetValueOrDefault()),
        ValueCase.Create("text of nullable", f => f.N.ToString()),
        ValueCase.Create("hash of nullable", f => f.N.GetHashCode()),
        ValueCase.Create("nullable equals", f => f.N.Equals(f.M)),
        ValueCase.Create("nullable equals null", f => f.N.Equals(null)),
        ValueCase.Create("has value", f => f.N.HasValue),
        ValueCase.Create("member of null", f => (int?)f.C!.A, f => f.C?.A),
        ValueCase.Create("member of null widened", f => (long?)f.C!.A, f => f.C?.A),
        ValueCase.Create("member of null plus", f => (int?)(f.C!.A + 1), f => f.C?.A + 1),
        ValueCase.Create("member of null or", f => (int?)f.C!.A ?? 9, f => f.C?.A ?? 9),
        ValueCase.Create("text member of null", f => f.C!.B, f => f.C?.B),
        ValueCase.Create("struct has value", f => f.P.HasValue),
        ValueCase.Create("struct member", f => (int?)f.P!.Value.Left, f => f.P?.Left),
        ValueCase.Create("contains null", f => f.S!.Contains(Nothing!), f => false),
        ValueCase.Create(
            "starts with attribute", f => f.S!.StartsWith(f.T!), f => f is { S: not null, T: not null } && f.S.StartsWith(f.T, StringComparison.Ordinal)),
        ValueCase.Create("first", f => (int?)f.List.First(), f => f.List is [var first, ..] ? first : null),
        ValueCase.Create("first or default", f => f.List.FirstOrDefault()),
        ValueCase.Create("max", f => (int?)f.List.Max(), f => f.List.Count == 0 ? null : f.List.Max()),
        ValueCase.Create("element", f => (int?)f.List[1], f => f.List is [_, var second, ..] ? second : null),
        ValueCase.Create("complex element", f => (int?)f.L[0].A, f => f.L is [{ A: var a }, ..] ? a : null),
        ValueCase.Create("complex element text", f => f.L[0].B, f => f.L is [{ B: var b }, ..] ? b : null),
        ValueCase.Create("equal values", f => new { f.S } == new { S = f.T }, f => f.S == f.T),
        ValueCase.Create("equal lists", f => f.Ints == f.List.ToArray(), f => f.Ints is not null && f.Ints.SequenceEqual(f.List)),
        ValueCase.Create("itself", f => f.N == f.N),
    ];

    private static T? FindNothing<T>() => default;
}

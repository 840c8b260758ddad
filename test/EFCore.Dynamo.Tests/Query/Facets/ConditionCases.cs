#pragma warning disable MA0169 // what == means to a query is the subject
#pragma warning disable MA0082 // comparisons with NaN, too

namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>One line a condition.</summary>
internal static class ConditionCases
{
    // Properties, because EF takes a readonly field for a constant.
    private static string A { get; } = "a";

    private static string UpperA { get; } = "A";

    private static int Five { get; } = 5;

    private static string? Nothing { get; } = FindNothing<string>();

    private static int? NoNumber { get; } = FindNothing<int?>();

    private static List<int>? NoList { get; } = FindNothing<List<int>>();

    private static int?[]? NoArray { get; } = FindNothing<int?[]>();

    private static int[] Ints { get; } = [10, 20];

    private static object BoxedFive { get; } = FindObject(5);

    private static object BoxedLong { get; } = FindObject(5L);

    private static Wrapped WrappedFive { get; } = new(5);

    private static List<Wrapped> WrappedList { get; } = [new(5), new(0)];

    private static byte[] Data { get; } = [10, 20];

    private static List<byte[]> DataList { get; } = [[10, 20], [1]];

    private static Tuple<string?, int?> Pair { get; } = Tuple.Create<string?, int?>("a", 5);

    private static Tuple<string?, int?>? NoPair { get; } = FindNothing<Tuple<string?, int?>>();

    private static (string?, int?) ValuePair { get; } = ("a", 5);

    private static Dims SomeDims { get; } = new() { A = 1, B = "b", Mark = [1, 2] };

    private static Dims? NoDims { get; } = FindNothing<Dims>();

    private static Dims PlainDims { get; } = new() { A = 1, B = "b" };

    private static List<Dims> DimsList { get; } = [new() { A = 1, B = "b" }, new() { A = 2 }];

    private static Spot SomeSpot { get; } = new() { Left = 1, Top = 2 };

    private static double Infinity { get; } = double.PositiveInfinity;

    private static double MinusInfinity { get; } = double.NegativeInfinity;

    private static double Nan { get; } = double.NaN;

    private static double Huge { get; } = 1e200;

    private static double Tiny { get; } = 1e-200;

    private static double MinusTiny { get; } = -1e-200;

    private static int BeyondChar { get; } = 70_000;

    private static int Zero { get; } = 0;

    private static int OtherZero { get; } = 0;

    private static HashSet<string> NoLabels { get; } = [];

    private static HashSet<string> Labels { get; } = ["l20", "l10"];

    public static IReadOnlyList<ConditionCase> All { get; } =
    [
        .. Nullables(), .. Composites(), .. Collections(), .. Converted(), .. Complex(), .. Equalities(), .. Nulls(), .. Elements(), .. Ranges(),
    ];

    private static T? FindNothing<T>() => default;

    private static object FindObject(object value) => value;

    private static bool IsDims(Dims? dims, int a, string? b, byte[]? mark)
        => dims is not null && dims.A == a && dims.B == b && (mark is null ? dims.Mark is null : dims.Mark is not null && dims.Mark.SequenceEqual(mark));

    private static IEnumerable<ConditionCase> Nullables()
    {
        yield return new("value or default", f => f.N.GetValueOrDefault() == 0);
        yield return new("value or default not", f => f.N.GetValueOrDefault() != 0);
        yield return new("value or other", f => f.N.GetValueOrDefault(7) == 7);
        yield return new("value or variable", f => f.N.GetValueOrDefault(Five) == Five);
        yield return new("value or default order", f => f.N.GetValueOrDefault() < 1);
        yield return new("value or attribute", f => f.N.GetValueOrDefault(f.Count) == 0);
        yield return new("value or default of two", f => f.N.GetValueOrDefault() == f.M.GetValueOrDefault());
        yield return new("flag or default", f => f.Flag.GetValueOrDefault());
        yield return new("flag or true", f => f.Flag.GetValueOrDefault(true));
        yield return new("date or default", f => f.At.GetValueOrDefault().Year == 1);
        yield return new("text of nullable", f => f.N.ToString() == "");
        yield return new("text of nullable is number", f => f.N.ToString() == "5");
        yield return new("hash of nullable", f => f.N.GetHashCode() == 0);
        yield return new("nullable equals null", f => f.N.Equals(null));
        yield return new("nullable equals variable null", f => f.N.Equals(NoNumber));
        yield return new("nullable equals", f => f.N.Equals(5));
        yield return new("nullable equals attribute", f => f.N.Equals(f.M));
        yield return new("has value", f => f.N.HasValue);
        yield return new("has value equals", f => f.N.HasValue == f.M.HasValue);
        yield return new("value", f => f.N!.Value == 5, f => f.N == 5);
        yield return new("value not", f => f.N!.Value != 5, f => f.N != 5);
        yield return new("value plus", f => f.N!.Value + 1 == 6, f => f.N == 5);
        yield return new("value text", f => f.N!.Value.ToString() == "5", f => f.N == 5);
        yield return new("member of null as nullable", f => (int?)f.C!.A == NoNumber, f => f.C is null);
        yield return new("member of null as nullable value", f => (int?)f.C!.A == 1, f => f.C?.A == 1);
        yield return new("member of null as nullable or", f => ((int?)f.C!.A ?? 9) == 9, f => (f.C?.A ?? 9) == 9);
        yield return new("member of null widened", f => (long?)f.C!.A == NoNumber, f => f.C is null);
        yield return new("member of null has value", f => ((int?)f.C!.A).HasValue, f => f.C is not null);
        yield return new("member of null plus", f => f.C!.A + 1 == 1, f => f.C?.A == 0);
        yield return new("member of null plus is null", f => (int?)(f.C!.A + 1) == NoNumber, f => f.C is null);
        yield return new("member of null not", f => f.C!.A != 0, f => f.C?.A != 0);
        yield return new("member of null in math", f => Math.Abs(f.C!.A) == 0, f => f.C?.A == 0);
        yield return new("member of null conditional", f => (f.S == "a" ? f.C!.A : f.Count) == 0, f => f.S == "a" ? f.C?.A == 0 : f.Count == 0);
        yield return new("struct has value", f => f.P.HasValue);
        yield return new("struct value member", f => f.P!.Value.Left == 1, f => f.P?.Left == 1);
        yield return new("struct is null", f => f.P == null);
        yield return new("struct or default", f => f.P.GetValueOrDefault().Left == 0);
    }

    private static IEnumerable<ConditionCase> Composites()
    {
        yield return new("anonymous", f => new { x = f.S } == new { x = "a" }, f => f.S == "a");
        yield return new("anonymous not", f => new { x = f.S } != new { x = "a" }, f => f.S != "a");
        yield return new("anonymous of variables", f => new { x = f.S, y = f.N } == new { x = A, y = (int?)Five }!, f => f is { S: "a", N: 5 });
        yield return new("anonymous null member", f => new { x = f.S, y = f.T } == new { x = Nothing, y = Nothing }, f => f.S is null && f.T is null);
        yield return new("anonymous on both sides", f => new { x = f.S, y = f.N } == new { x = f.T, y = f.M }, f => f.S == f.T && f.N == f.M);
        yield return new("anonymous equals", f => new { x = f.S }.Equals(new { x = "a" }));
        yield return new("anonymous object equals", f => Equals(new { x = f.S }, new { x = "a" }));
        yield return new(
            "anonymous nested", f => new { x = new { y = f.S }, z = f.N } == new { x = new { y = (string?)"a" }, z = (int?)5 }, f => f is { S: "a", N: 5 });
        yield return new("anonymous null", f => new { x = f.S } == null, f => false);
        yield return new("anonymous of bytes", f => new { f.Data } == new { Data = (byte[]?)Data }, f => f.Data?.SequenceEqual(Data) == true);
        yield return new("anonymous of converted", f => new { f.W } == new { W = (Wrapped?)WrappedFive }, f => f.W?.Value == 5);
        yield return new("anonymous of complex", f => new { f.C } == new { C = (Dims?)SomeDims }, f => IsDims(f.C, 1, "b", [1, 2]));
        yield return new("tuple", f => Tuple.Create(f.S) == Tuple.Create("a"), f => f.S == "a");
        yield return new("tuple not", f => Tuple.Create(f.S) != Tuple.Create("a"), f => f.S != "a");
        yield return new("tuple constructed", f => new Tuple<string?, int?>(f.S, f.N) == new Tuple<string?, int?>(A, Five), f => f is { S: "a", N: 5 });
        yield return new("tuple variable", f => Tuple.Create(f.S, f.N) == Pair, f => f is { S: "a", N: 5 });
        yield return new("tuple null variable", f => Tuple.Create(f.S, f.N) == NoPair, f => false);
        yield return new("tuple equals", f => Tuple.Create(f.S, f.N).Equals(Pair));
        yield return new("tuple of members", f => Tuple.Create(f.S, f.N) == Tuple.Create(f.T, f.M), f => f.S == f.T && f.N == f.M);
        yield return new("value tuple equals", f => ValueTuple.Create(f.S, f.N).Equals(ValuePair));
        yield return new("value tuple constructed", f => new ValueTuple<string?, int?>(f.S, f.N).Equals(new ValueTuple<string?, int?>("a", 5)));
        yield return new("value tuple in list", f => new List<(string?, int?)> { ValuePair }.Contains(new ValueTuple<string?, int?>(f.S, f.N)));
        yield return new("anonymous in list", f => new[] { new { x = (string?)"a" }, new { x = (string?)"c" } }.Contains(new { x = f.S }));
        yield return new("array", f => new[] { f.N, f.M } == new int?[] { 5, 5 }, f => f is { N: 5, M: 5 });
        yield return new("array of variables not", f => new[] { f.N, f.M } != new int?[] { Five, Five }, f => f is not { N: 5, M: 5 });
        yield return new("array length", f => new[] { f.N, f.M } == new int?[] { 5 }, f => false);
        yield return new("array with null", f => new[] { f.S, f.T } == new[] { "b", null }, f => f is { S: "b", T: null });
    }

    private static IEnumerable<ConditionCase> Collections()
    {
        yield return new("list equals variable", f => f.Ints == Ints, f => f.Ints?.SequenceEqual(Ints) == true);
        yield return new("list unequal variable", f => f.Ints != Ints, f => f.Ints?.SequenceEqual(Ints) != true);
        yield return new("list equals inline", f => f.Ints == new[] { 10, 20 }, f => f.Ints?.SequenceEqual(Ints) == true);
        yield return new("list equals inline variables", f => f.Ints == new[] { Five + 5, Five * 4 }, f => f.Ints?.SequenceEqual(Ints) == true);
        yield return new("list equals inline attribute", f => f.Ints == new[] { f.Count, 20 }, f => f.Ints?.SequenceEqual([f.Count, 20]) == true);
        yield return new("list equals empty", f => f.Ints == Array.Empty<int>(), f => f.Ints?.Length == 0);
        yield return new("list equals null", f => f.Ints == null);
        yield return new("list equals list variable", f => f.List == new List<int> { 10, Five * 4 }, f => f.List.SequenceEqual(Ints));
        yield return new("list equals itself", f => f.Ints == f.Ints, f => true);
        yield return new("list method equals", f => f.Ints!.Equals(Ints), f => f.Ints?.SequenceEqual(Ints) == true);
        yield return new("list object equals", f => Equals(f.Ints, Ints), f => f.Ints?.SequenceEqual(Ints) == true);
        yield return new("filtered list equals inline", f => f.List.Where(i => i < 15) == new[] { 10 }, f => f.List.Where(i => i < 15).SequenceEqual([10]));
        yield return new("filtered list unequal variable", f => f.List.Where(i => i > 1) != Ints, f => !f.List.Where(i => i > 1).SequenceEqual(Ints));
        yield return new("ordered list equals", f => (IEnumerable<int>)f.List.OrderBy(i => i) == Ints, f => f.List.Order().SequenceEqual(Ints));
        yield return new("sequence equal", f => f.List.SequenceEqual(Ints));
        yield return new("null list contains", f => NoList!.Contains(f.Count), f => false);
        yield return new("null array contains", f => NoArray!.Contains(f.N), f => false);
        yield return new("null list any", f => NoList!.Any(i => i == f.Count), f => false);
        yield return new("bytes", f => f.Data == Data, f => f.Data?.SequenceEqual(Data) == true);
        yield return new("bytes inline", f => f.Data == new byte[] { 10, (byte)(Five * 4) }, f => f.Data?.SequenceEqual(Data) == true);
        yield return new("bytes in list", f => DataList.Contains(f.Data!), f => f.Data?.SequenceEqual(Data) == true);
        yield return new("bytes in inline", f => new[] { Data, new byte[] { 1 } }.Contains(f.Data), f => f.Data?.SequenceEqual(Data) == true);
        yield return new("set equals", f => f.Labels == Labels, f => f.Labels.SetEquals(Labels));
        yield return new("set equals empty", f => f.Labels == NoLabels, f => f.Labels.Count == 0);
    }

    private static IEnumerable<ConditionCase> Converted()
    {
        yield return new("converted equals variable", f => f.W == WrappedFive, f => f.W?.Value == 5);
        yield return new("converted unequal variable", f => f.W != WrappedFive, f => f.W?.Value != 5);
        yield return new("converted equals inline", f => f.W == new Wrapped(5), f => f.W?.Value == 5);
        yield return new("converted equals inline variable", f => f.W == new Wrapped(Five), f => f.W?.Value == 5);
        yield return new("converted is null", f => f.W == null);
        yield return new("converted equals method", f => f.W!.Equals(WrappedFive), f => f.W?.Value == 5);
        yield return new("converted object equals", f => Equals(f.W, WrappedFive), f => f.W?.Value == 5);
        yield return new("converted equals itself", f => f.W == f.W, f => true);
        yield return new("converted in inline", f => new[] { new Wrapped(5), new Wrapped(0) }.Contains(f.W), f => f.W?.Value is 5 or 0);
        yield return new("converted in variable", f => WrappedList.Contains(f.W!), f => f.W?.Value is 5 or 0);
        yield return new("converted counted", f => new[] { new Wrapped(5), new Wrapped(8) }.Count(w => w == f.W) == 1, f => f.W?.Value is 5 or 8);
        yield return new("converted any", f => WrappedList.Any(w => w == f.W), f => f.W?.Value is 5 or 0);
        yield return new("converted elements contain", f => f.Ws.Contains(new Wrapped(10)), f => f.Ws.Exists(w => w.Value == 10));
        yield return new("converted elements any", f => f.Ws.Any(w => w == WrappedFive || w == new Wrapped(20)), f => f.Ws.Exists(w => w.Value is 5 or 20));
        yield return new("converted elements equal", f => f.Ws == new List<Wrapped> { new(10), new(20) }, f => f.Ws.Select(w => w.Value).SequenceEqual(Ints));
        yield return new("converted elements distinct", f => f.Ws.Distinct().Count() == 2, f => f.Ws.Select(w => w.Value).Distinct().Count() == 2);
        yield return new("converted element", f => f.Ws[0] == new Wrapped(10), f => f.Ws is [{ Value: 10 }, ..]);
        yield return new("folded", f => f.Folded == UpperA, f => f.Folded == "a");
        yield return new("folded in list", f => new[] { UpperA, "B" }.Contains(f.Folded), f => f.Folded is "a" or "b");
    }

    private static IEnumerable<ConditionCase> Complex()
    {
        yield return new("complex equals variable", f => f.C == SomeDims, f => IsDims(f.C, 1, "b", [1, 2]));
        yield return new("complex unequal variable", f => f.C != SomeDims, f => !IsDims(f.C, 1, "b", [1, 2]));
        yield return new("complex equals inline", f => f.C == new Dims { A = 1, B = "c" }, f => IsDims(f.C, 1, "c", null));
        yield return new("complex equals inline variable", f => f.C == new Dims { A = Five - 4, B = "c" }, f => IsDims(f.C, 1, "c", null));
        yield return new("complex equals null variable", f => f.C == NoDims, f => f.C is null);
        yield return new("complex unequal null variable", f => f.C != NoDims, f => f.C is not null);
        yield return new("complex equals null", f => f.C == null);
        yield return new("complex equals other", f => f.C == f.D, f => f.C is not null && IsDims(f.C, f.D.A, f.D.B, f.D.Mark));
        yield return new("complex method equals", f => f.D.Equals(SomeDims), f => IsDims(f.D, 1, "b", [1, 2]));
        yield return new("complex object equals", f => Equals(f.C, SomeDims), f => IsDims(f.C, 1, "b", [1, 2]));
        yield return new("complex in list", f => new[] { SomeDims, new Dims() }.Contains(f.C), f => IsDims(f.C, 1, "b", [1, 2]) || IsDims(f.C, 0, null, null));
        yield return new("complex list contains", f => f.L.Contains(PlainDims), f => f.L.Exists(d => IsDims(d, 1, "b", null)));
        yield return new("complex list contains inline", f => f.L.Contains(new Dims { A = 2 }), f => f.L.Exists(d => IsDims(d, 2, null, null)));
        yield return new("complex list equals", f => f.L == DimsList, f => f.L is [{ A: 1, B: "b" }, { A: 2 }]);
        yield return new("complex list unequal", f => f.L != DimsList, f => f.L is not [{ A: 1, B: "b" }, { A: 2 }]);
        yield return new("complex element equals", f => f.L[0] == PlainDims, f => f.L is [{ A: 1, B: "b" }, ..]);
        yield return new("complex elements any equal", f => f.L.Any(d => d == PlainDims), f => f.L.Exists(d => IsDims(d, 1, "b", null)));
        yield return new("struct equals", f => f.P.Equals(SomeSpot), f => f.P is { Left: 1, Top: 2 });
    }

    private static IEnumerable<ConditionCase> Equalities()
    {
        yield return new("itself", f => f.S == f.S);
        yield return new("itself not", f => f.N != f.N);
        yield return new("itself less", f => f.N < f.N);
        yield return new("itself at most", f => f.N <= f.N);
        yield return new("itself at least", f => f.Count >= f.Count);
        yield return new("itself equals", f => f.N.Equals(f.N));
        yield return new("itself by variable", f => f.List[Zero] == f.List[OtherZero], f => true);
        yield return new("object of another type", f => f.N.Equals((object)5UL));
        yield return new("object of same type", f => f.N.Equals((object)5));
        yield return new("boxed variable of same type", f => f.N.Equals(BoxedFive));
        yield return new("boxed variable of another type", f => f.N.Equals(BoxedLong));
        yield return new("object equals other type", f => Equals(f.N, 5L));
        yield return new("object equals same type", f => Equals(f.N, Five));
        yield return new("object equals converted", f => Equals(f.Count, (short)5));
        yield return new("object equals boxed", f => Equals(BoxedFive, f.N));
        yield return new("object equals two", f => Equals(f.N, f.M));
        yield return new("object equals null", f => Equals(f.N, null));
        yield return new("number equals short", f => f.Count.Equals((short)5));
        yield return new("string equals null", f => f.S!.Equals(Nothing), f => f.S is null);
        yield return new("string static equals", f => string.Equals(f.S, Nothing));
        yield return new("null unequal", f => f.N != 5);
    }

    private static IEnumerable<ConditionCase> Nulls()
    {
        yield return new("contains null", f => f.S!.Contains(Nothing!), f => false);
        yield return new("starts with null", f => f.S!.StartsWith(Nothing!), f => false);
        yield return new("ends with null", f => f.S!.EndsWith(Nothing!), f => false);
        yield return new("contains attribute", f => f.S!.Contains(f.T!), f => f is { S: not null, T: not null } && f.S.Contains(f.T));
        yield return new(
            "ends with attribute", f => f.S!.EndsWith(f.T!), f => f is { S: not null, T: not null } && f.S.EndsWith(f.T, StringComparison.Ordinal));
        yield return new(
            "starts with attribute", f => f.T!.StartsWith(f.S!), f => f is { S: not null, T: not null } && f.T.StartsWith(f.S, StringComparison.Ordinal));
        yield return new(
            "index of null", f => f.S!.IndexOf(f.T!) == 0, f => f is { S: not null, T: not null } && f.S.StartsWith(f.T, StringComparison.Ordinal));
        yield return new(
            "replace of null",
            f => f.T != "" && f.S!.Replace(f.T!, "x") == "x",
            f => f is { S: { Length: > 0 }, T: { Length: > 0 } } && f.S.Replace(f.T, "x") == "x");
        yield return new("parse of null", f => f.S != "" && int.Parse(f.N == null ? Nothing! : "5") == 5, f => f.S != "" && f.N is not null);
        yield return new("null string length", f => f.S!.Length == 1, f => f.S?.Length == 1);
        yield return new("local text contains null", f => "abc".Contains(f.S!), f => f.S is not null && "abc".Contains(f.S));
        yield return new("compare null", f => string.Compare(f.S, Nothing) > 0, f => false);
    }

    private static IEnumerable<ConditionCase> Elements()
    {
        yield return new("element", f => f.List[0] == 10, f => f.List is [10, ..]);
        yield return new("element beyond", f => f.List[7] == 0, f => false);
        yield return new("array element", f => f.Ints![1] == 20, f => f.Ints is [_, 20, ..]);
        yield return new("element unequal", f => f.List[1] != 20, f => f.List is not [_, 20, ..]);
        yield return new("element by variable", f => f.List[Zero] == 10, f => f.List is [10, ..]);
        yield return new("element computed", f => f.List[f.Count * 0] == 10, f => f.List is [10, ..]);
        yield return new("complex element", f => f.L[0].A == 1, f => f.L is [{ A: 1 }, ..]);
        yield return new("complex element by variable", f => f.L[Zero].A == 1, f => f.L is [{ A: 1 }, ..]);
        yield return new("complex element text", f => f.L[1].B == null, f => f.L is not [_, { B: not null }, ..]);
        yield return new("complex element missing", f => f.L[1] == null, f => f.L is not [_, _, ..]);
        yield return new("complex first", f => f.L.First().A == 1, f => f.L is [{ A: 1 }, ..]);
        yield return new("complex first or default", f => f.L.FirstOrDefault()!.A == 1, f => f.L is [{ A: 1 }, ..]);
        yield return new("complex element at", f => f.L.ElementAt(1).A == 2, f => f.L is [_, { A: 2 }, ..]);
        yield return new("first", f => f.List.First() == 10, f => f.List is [10, ..]);
        yield return new("first condition", f => f.List.First(i => i > 10) == 20, f => f.List.FirstOrDefault(i => i > 10) == 20);
        yield return new("first or default", f => f.List.FirstOrDefault() == 0);
        yield return new("last", f => f.List.Last() == 20, f => f.List is [.., 20]);
        yield return new("single", f => f.List.Take(1).Single() == 10, f => f.List is [10, ..]);
        yield return new("max", f => f.List.Max() == 20, f => f.List.Contains(20));
        yield return new("max unequal", f => f.List.Max() != 20, f => !f.List.Contains(20));
        yield return new("min of selected", f => f.L.Min(d => d.A) == 1, f => f.L.Exists(d => d.A == 1));
        yield return new("average", f => f.List.Average() == 15, f => f.List is [10, 20] or [20, 10]);
        yield return new("sum", f => f.List.Sum() == 0);
        yield return new("nested text", f => f.L.Any(d => d.B!.Length == 1), f => f.L.Exists(d => d.B?.Length == 1));
        yield return new("nested starts", f => f.L.All(d => d.B!.StartsWith("b")), f => f.L.TrueForAll(d => d.B?.StartsWith('b') == true));
        yield return new("nested bytes", f => f.L.Any(d => d.Mark == Data), f => false);
    }

    private static IEnumerable<ConditionCase> Ranges()
    {
        yield return new("infinity", f => f.X == Infinity);
        yield return new("not infinity", f => f.X != Infinity);
        yield return new("below infinity", f => f.X < Infinity);
        yield return new("above infinity", f => f.X > Infinity);
        yield return new("above minus infinity", f => f.X >= MinusInfinity);
        yield return new("below minus infinity", f => f.X <= MinusInfinity);
        yield return new("not a number", f => f.X == Nan);
        yield return new("not not a number", f => f.X != Nan);
        yield return new("below not a number", f => f.X < Nan);
        yield return new("infinity inline", f => f.X < double.PositiveInfinity);
        yield return new("nan inline", f => f.X != double.NaN);
        yield return new("huge", f => f.X == Huge || f.X > Huge);
        yield return new("below huge", f => f.X < Huge);
        yield return new("above tiny", f => f.X > Tiny);
        yield return new("at least tiny", f => f.X >= Tiny);
        yield return new("below tiny", f => f.X < Tiny);
        yield return new("above minus tiny", f => f.X > MinusTiny);
        yield return new("below minus tiny", f => f.X < MinusTiny);
        yield return new("huge in list", f => new[] { Huge, Nan, 2.5 }.Contains(f.X));
        yield return new("integer and infinity", f => f.Count < Infinity && f.Count != Nan);
        yield return new("char beyond", f => f.Grade == BeyondChar || f.Grade > BeyondChar);
        yield return new("char below beyond", f => f.Grade < BeyondChar);
        yield return new("char above negative", f => f.Grade > -Five);
    }
}

using System.Collections;
using System.Reflection;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>Random samples in a store of their own, some of their attributes missing or NULL as in items of other writers and other times.</summary>
internal sealed class SampleStore : IDisposable
{
    private const int Count = 40;

    private static readonly string[] Keys = [nameof(Sample.Part), nameof(Sample.Id)];
    private static readonly string[] IndexKeys = [nameof(Sample.Group), nameof(Sample.KeyTime), nameof(Sample.KeyMoment)];
    private static readonly PropertyInfo[] Members = [.. typeof(Sample).GetProperties().Where(p => !Keys.Contains(p.Name) && p.Name != nameof(Sample.Detail))];

    private readonly EmbeddedStore _store = new();
    private readonly Dictionary<int, HashSet<string>> _missing = [];

    public SampleStore(Random random)
    {
        using (var context = CreateContext())
        {
            context.Database.EnsureCreated();
            context.AddRange(Enumerable.Range(0, Count).Select(id => CreateSample(id, random)));
            context.SaveChanges();
        }

        for (var id = 0; id < Count; id++)
        {
            Damage(id, random);
        }

        using var reader = CreateContext();
        Rows = [.. reader.Samples.AllowScan().AsNoTracking().AsEnumerable().Select(s => new SampleRow(s, _missing[s.Id]))];
    }

    /// <summary>What a plain read returns.</summary>
    public IReadOnlyList<SampleRow> Rows { get; }

    public static string PartOf(int id) => id % 2 == 0 ? "even" : "odd";

    public SampleContext CreateContext() => new(_store.ConnectionString);

    public void Dispose() => _store.Dispose();

    private static Sample CreateSample(int id, Random random)
    {
        var sample = new Sample { Part = PartOf(id), Id = id };
        foreach (var member in Members)
        {
            var isNullable = new NullabilityInfoContext().Create(member).WriteState == NullabilityState.Nullable;
            member.SetValue(sample, isNullable && random.Next(3) == 0 ? null : CreateValue(member, random));
        }

        sample.Detail = new Detail
        {
            Rank = (int)ValuePool.Pick(typeof(int), random),
            Remark = random.Next(2) == 0 ? null : (string)ValuePool.Pick(typeof(string), random),
            Since = random.Next(2) == 0 ? null : (DateTime)ValuePool.Pick(typeof(DateTime), random),
        };
        return sample;
    }

    private static object CreateValue(PropertyInfo member, Random random)
    {
        if (member.Name == nameof(Sample.Group))
        {
            return random.Next(2) == 0 ? "g" : "h";
        }

        var type = member.PropertyType;
        if (type == typeof(string) || type == typeof(byte[]) || !type.IsAssignableTo(typeof(IEnumerable)))
        {
            return PickStorable(type, random);
        }

        if (type == typeof(Dictionary<string, int>))
        {
            return Enumerable.Range(0, random.Next(3)).ToDictionary(i => i == 0 ? "a" : "x", _ => random.Next(3), StringComparer.Ordinal);
        }

        var element = type.IsArray ? type.GetElementType()! : type.GenericTypeArguments[0];
        var values = Array.CreateInstance(element, random.Next(3));
        for (var i = 0; i < values.Length; i++)
        {
            values.SetValue(PickStorable(element, random), i);
        }

        return type.IsArray ? values : Activator.CreateInstance(type, values)!;
    }

    /// <summary>DynamoDB has no NaN and no infinity, and no half of a surrogate pair.</summary>
    private static object PickStorable(Type type, Random random)
    {
        while (true)
        {
            var value = ValuePool.Pick(type, random);
            if (value is not (char and >= '\uD800' and <= '\uDFFF') && (value is not double number || number == 0 || Math.Abs(number) is >= 1e-130 and < 1e126))
            {
                return value;
            }
        }
    }

    private void Damage(int id, Random random)
    {
        _missing[id] = [];
        foreach (var member in Members)
        {
            var action = random.Next(12);
            if (action > 1 || (action == 1 && IndexKeys.Contains(member.Name)))
            {
                continue;
            }

            _missing[id].Add(member.Name);
            _store.Client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = "samples",
                Key = new ItemBuilder().Add(nameof(Sample.Part), PartOf(id)).Add(nameof(Sample.Id), id).Build(),
                UpdateExpression = action == 0 ? "REMOVE #a" : "SET #a = :null",
                ExpressionAttributeNames = new Dictionary<string, string> { ["#a"] = member.Name },
                ExpressionAttributeValues = action == 0 ? null : new ItemBuilder().Add(":null", AttributeValue.Null).Build(),
            }).AsTask().GetAwaiter().GetResult();
        }
    }
}

using System.Text;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public static class ValueModelMapExtensions
{
    public static void WriteEntriesTo(this ValueModel.Map map, ItemBuilder builder)
    {
        foreach (var (name, value) in map.Entries)
        {
            builder.WriteName(name);
            value.WriteTo(builder);
        }
    }

    public static Item Pack(this ValueModel.Map map)
    {
        var builder = new ItemBuilder();
        map.WriteEntriesTo(builder);
        return builder.Build();
    }

    public static int EntriesSize(this ValueModel.Map map)
        => map.Entries.Sum(e => Encoding.UTF8.GetByteCount(e.Key) + e.Value.Size());
}

using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>One builder a thread, for items that are packed at once: keys and projected views. Its buffers are worth a kilobyte of garbage each time.</summary>
internal static class ThreadItemBuilder
{
    [ThreadStatic]
    private static ItemBuilder? _builder;

    /// <summary>An empty builder; the caller builds before anything else on the thread may ask for it.</summary>
    public static ItemBuilder Get()
    {
        var builder = _builder ??= new ItemBuilder();
        builder.Clear();
        return builder;
    }
}

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>A return code on its way to the store, which grows the map, refuses the write or gives the environment up. Never leaves Storage.</summary>
internal sealed class LmdbException(int code, string call) : Exception($"{call}: {LmdbError.Describe(code)} ({code})")
{
    public int Code { get; } = code;
}

using System.Runtime.CompilerServices;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Room for one LMDB key inside a cursor.</summary>
[InlineArray(KeyFormat.MaxKeySizeBytes + 1)]
internal struct KeyBuffer
{
    private byte _first;
}

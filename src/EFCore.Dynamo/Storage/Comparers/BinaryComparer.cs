using EFCore.Dynamo.Storage.Codecs;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EFCore.Dynamo.Storage.Comparers;

/// <summary>Change tracking of byte arrays by their bytes, with a copy as snapshot.</summary>
internal sealed class BinaryComparer() : ValueComparer<byte[]>(
    (left, right) => BinaryEqualityComparer.Instance.Equals(left, right),
    value => BinaryEqualityComparer.Instance.GetHashCode(value),
    value => value.ToArray());

namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <summary>One direction of a value converter, between types without their nulls.</summary>
/// <param name="value">Not null.</param>
/// <param name="result">The default where the converter makes null.</param>
/// <returns>False where the converter makes null.</returns>
internal delegate bool NullableConversion<in TFrom, TTo>(TFrom value, out TTo result);

using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="UpdateTimeToLiveRequest" />.</summary>
public sealed record UpdateTimeToLiveResponse(TimeToLiveSpecification TimeToLiveSpecification);

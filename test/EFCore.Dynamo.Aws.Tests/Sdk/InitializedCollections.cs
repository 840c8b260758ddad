namespace EFCore.Dynamo.Aws.Tests.Sdk;

/// <summary>The SDK's setting is one for the process: no other test runs beside these.</summary>
[CollectionDefinition(nameof(InitializedCollections), DisableParallelization = true)]
public sealed class InitializedCollections;

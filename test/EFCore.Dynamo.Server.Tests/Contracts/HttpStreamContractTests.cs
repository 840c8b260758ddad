using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Server.Tests.Contracts;

public sealed class HttpStreamRecordTests() : StreamRecordContract(new HttpEndpointFactory());

public sealed class HttpStreamLifecycleTests() : StreamLifecycleContract(new HttpEndpointFactory());

public sealed class HttpStreamReadingTests() : StreamReadingContract(new HttpEndpointFactory());

public sealed class HttpPartiQlStreamTests() : PartiQlStreamContract(new HttpEndpointFactory());

using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Engine.Tests.Contracts;

public sealed class EmbeddedStreamRecordContract() : StreamRecordContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedStreamReadingContract() : StreamReadingContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedStreamLifecycleContract() : StreamLifecycleContract(EmbeddedEndpoint.Factory);

public sealed class EmbeddedPartiQlStreamContract() : PartiQlStreamContract(EmbeddedEndpoint.Factory);

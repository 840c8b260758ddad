using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>An operation that writes nothing and completes on the caller's thread. Implemented by structs, so that calls are bound at compile time.</summary>
internal interface IReadOperation<in TRequest, TResponse>
    where TResponse : class
{
    /// <summary>Validates, reads, answers.</summary>
    static abstract OperationResult<TResponse> Execute(EngineContext context, TRequest request);
}

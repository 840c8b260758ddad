using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>A write operation that is made from a request and the current tables, and made again when a table changed before it was executed.</summary>
internal interface IBoundWrite<TSelf, in TRequest, TResponse> : IWriteOperation<OperationResult<TResponse>>
    where TSelf : class, IBoundWrite<TSelf, TRequest, TResponse>
    where TResponse : class
{
    /// <summary>Validates and binds: the operation, or the service's error.</summary>
    static abstract Bound<TSelf> Bind(EngineContext context, TRequest request);
}

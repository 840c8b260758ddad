namespace EFCore.Dynamo.Engine.Errors;

/// <summary>What an operation came to: a response, an error of the service, or neither when the table changed under it and it must be bound again.</summary>
internal readonly struct OperationResult<TResponse>
    where TResponse : class
{
    private OperationResult(TResponse? response, ServiceError? error)
    {
        Response = response;
        Error = error;
    }

    public static OperationResult<TResponse> Stale => default;

    public TResponse? Response { get; }

    public ServiceError? Error { get; }

    public bool IsStale => Response is null && Error is null;

    public static implicit operator OperationResult<TResponse>(TResponse response) => new(response, null);

    public static implicit operator OperationResult<TResponse>(ServiceError error) => new(null, error);
}

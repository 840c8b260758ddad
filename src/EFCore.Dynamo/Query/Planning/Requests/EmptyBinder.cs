namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Sends nothing.</summary>
internal sealed class EmptyBinder : AccessBinder
{
    public static readonly EmptyBinder Instance = new();

    public override BoundAccess Bind(IReadOnlyDictionary<string, object?> parameters) => BoundAccess.Empty;
}

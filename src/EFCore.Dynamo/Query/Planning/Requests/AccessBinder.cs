namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Turns a plan and the values of one execution into requests. One subclass an operation.</summary>
/// <remarks>All texts and names are made when the query is compiled; an execution only writes values.</remarks>
internal abstract class AccessBinder
{
    /// <summary>The requests of one execution.</summary>
    public abstract BoundAccess Bind(IReadOnlyDictionary<string, object?> parameters);
}

namespace EFCore.Dynamo.Update;

/// <summary>All requests of one SaveChanges, in order.</summary>
/// <param name="Steps">The requests. A step starts when the one before it has succeeded.</param>
internal sealed record WritePlan(IReadOnlyList<WriteStep> Steps)
{
    /// <summary>A plan that sends nothing.</summary>
    public static WritePlan Empty { get; } = new([]);
}

namespace EFCore.Dynamo.Operations;

/// <summary>A request of any operation.</summary>
public abstract record DynamoRequest
{
    private protected DynamoRequest()
    {
    }

    /// <summary>What was wrong with the request before it became one; null for every request that is made in process.</summary>
    /// <remarks>
    ///     Only handed to an <see cref="IFindingsReporter" />. A request type derives from this class when its validator starts from these findings:
    ///     eng/adr/0012-one-text-for-all-violations.md.
    /// </remarks>
    internal RequestFindings? Findings { get; init; }
}

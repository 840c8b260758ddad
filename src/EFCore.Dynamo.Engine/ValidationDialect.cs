namespace EFCore.Dynamo.Engine;

/// <summary>Which of the service's two ways to check requests, and to word what is wrong with them, an engine follows.</summary>
/// <remarks>
///     Most regions have changed over since 2026, operation by operation; programs that compare error texts meet both. eng/adr/0020-validation-dialects.md.
/// </remarks>
public enum ValidationDialect
{
    /// <summary>As most regions answer in October 2026.</summary>
    Current,

    /// <summary>As all regions answered before, and as eu-south-2 and me-central-1 still do.</summary>
    Classic,
}

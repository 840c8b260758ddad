namespace EFCore.Dynamo.Errors;

/// <summary>The service's two texts about values that nest too deep, and where the shorter one begins.</summary>
internal static class DepthTexts
{
    /// <summary>
    ///     Lists and maps in each other that the readers of requests go into. Beyond it a request is answered as
    ///     <see cref="Operations.OperationDialect.OfDeepValues" /> says.
    /// </summary>
    /// <remarks>Measured as "about 62" on the service.</remarks>
    public const int MaxReadDepth = 62;

    public const string OfRequests = "Nesting Levels have exceeded supported limits";
    public const string OfAttributes = OfRequests + ": Attributes in the item have nested levels beyond supported limit";
}

namespace EFCore.Dynamo.Operations;

/// <summary>A client that answers a request with <see cref="RequestFindings" /> with the error they mean, and never carries it out.</summary>
internal interface IFindingsReporter;

using EFCore.Dynamo.Query.Execution.Stages;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>A step that waits for another source, with the stages before it.</summary>
internal sealed record PipelinePart(IRowStageFactory[] Stages, IPipelineStep Step);

using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>Finds the stream that a request names.</summary>
internal static class StreamLookup
{
    /// <summary>The stream, or null; also where the name is of another region or account.</summary>
    public static StreamDocument? Find(EngineContext context, TransactionView transaction, StreamArn arn, DateTimeOffset now)
        => string.Equals(arn.Text, context.Names.GetStreamArn(arn.TableName, arn.Label), StringComparison.Ordinal)
            ? StreamDirectory.Find(transaction, arn.TableName, arn.Label, now)
            : null;
}

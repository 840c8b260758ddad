using System.Reflection;

namespace EFCore.Dynamo.Tests;

/// <summary>The client behind fakes: a call that a test did not expect fails with its name.</summary>
public class RefusingDynamoClient : DispatchProxy
{
    public static IDynamoClient Create() => Create<IDynamoClient, RefusingDynamoClient>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        => throw new NotSupportedException($"The test did not expect {targetMethod?.Name}.");
}

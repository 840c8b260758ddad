using System.Reflection;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>Passes every call on and keeps the names of the operations.</summary>
internal class CountingDynamoClient : DispatchProxy
{
    private IDynamoClient? _inner;

    public List<string> Operations { get; } = [];

    public static IDynamoClient Create(IDynamoClient inner)
    {
        var client = Create<IDynamoClient, CountingDynamoClient>();
        ((CountingDynamoClient)client)._inner = inner;
        return client;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Operations.Add(targetMethod!.Name);
        return targetMethod.Invoke(_inner, args);
    }
}

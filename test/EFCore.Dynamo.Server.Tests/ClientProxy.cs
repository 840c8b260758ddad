using System.Reflection;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>An IDynamoClient that does something of a test's own before each call goes on to the real one.</summary>
public class ClientProxy : DispatchProxy
{
    private IDynamoClient _inner = null!; // set by Create
    private Action<string> _beforeCall = null!; // set by Create

    /// <param name="inner">The real client.</param>
    /// <param name="beforeCall">Gets the method's name; what it throws, the call throws.</param>
    public static IDynamoClient Create(IDynamoClient inner, Action<string> beforeCall)
    {
        var proxy = Create<IDynamoClient, ClientProxy>();
        var self = (ClientProxy)proxy;
        self._inner = inner;
        self._beforeCall = beforeCall;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _beforeCall(targetMethod!.Name); // DispatchProxy passes the interface's method
        return targetMethod.Invoke(_inner, args);
    }
}

using System.Reflection;

namespace EFCore.Dynamo.Aws.Tests.Harness;

/// <summary>A client of any interface that keeps the last request and answers what it is told.</summary>
public class CallRecorder : DispatchProxy
{
    public object? Request { get; private set; }

    public Func<object, object?> Answer { get; set; } = static _ => throw new NotSupportedException("No answer is set.");

    public static (T Client, CallRecorder Recorder) Create<T>()
        where T : class
    {
        var client = Create<T, CallRecorder>();
        return (client, (CallRecorder)(object)client);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name is "Dispose" or "get_Config") // proxies are called by method
        {
            return null;
        }

        if (targetMethod.Name == "DisposeAsync")
        {
            return ValueTask.CompletedTask;
        }

        Request = args![0]; // every operation takes a request
        var response = Answer(Request!);
        var result = targetMethod.ReturnType.GetGenericArguments()[0];
        return targetMethod.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>)
            ? Activator.CreateInstance(targetMethod.ReturnType, response)
            : typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(result).Invoke(null, [response]); // Task has it
    }
}

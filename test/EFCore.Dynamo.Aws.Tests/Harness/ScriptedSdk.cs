using Amazon.DynamoDBv2;

namespace EFCore.Dynamo.Aws.Tests.Harness;

/// <summary>An SDK client that answers from a script and keeps what it was asked.</summary>
internal sealed class ScriptedSdk
{
    private readonly Queue<Func<object, object>> _answers;

    /// <param name="answers">One for each request: an exception is thrown, a function is called, anything else is returned. The last one repeats.</param>
    public ScriptedSdk(params object[] answers)
    {
        _answers = new Queue<Func<object, object>>(answers.Select(
            answer => answer as Func<object, object> ?? (_ => answer is Exception exception ? throw exception : answer)));
        (Client, var recorder) = CallRecorder.Create<IAmazonDynamoDB>();
        recorder.Answer = request =>
        {
            Requests.Add(request);
            return (_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek())(request);
        };
    }

    public IAmazonDynamoDB Client { get; }

    public List<object> Requests { get; } = [];
}

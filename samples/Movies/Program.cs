using EFCore.Dynamo.Errors;
using Movies.Commands;

// A user's mistake is one sentence on standard error, not a stack trace.
try
{
    return await CommandLine.Create().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is DynamoServiceException or FormatException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

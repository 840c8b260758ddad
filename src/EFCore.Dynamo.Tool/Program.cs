using System.CommandLine;
using EFCore.Dynamo.Tool;

var root = new RootCommand("dynamo: a DynamoDB on your machine.\n\nStart with `dynamo serve`, then point any DynamoDB client at http://127.0.0.1:8000.")
{
    ServeCommand.Create(),
};

// Signals are the command's own business: it lets requests under way end.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

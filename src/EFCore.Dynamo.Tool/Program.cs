using System.CommandLine;
using System.CommandLine.Invocation;
using EFCore.Dynamo.Tool;

var root = new RootCommand("dynamo: a DynamoDB on your machine.\n\nStart with `dynamo serve`, then point any DynamoDB client at http://127.0.0.1:8000.")
{
    ServeCommand.Create(),
};

var command = root.Parse(args);

// Whoever made a mistake wants to read what it was; whoever typed nothing wants to know what there is.
if (command.Action is ParseErrorAction mistake)
{
    mistake.ShowHelp = args.Length == 0;
}

// Signals are the command's own business: it lets requests under way end.
return await command.InvokeAsync(new InvocationConfiguration
{
    ProcessTerminationTimeout = null,
    Output = command.Errors.Count > 0 && args.Length > 0 ? Console.Error : Console.Out,
});

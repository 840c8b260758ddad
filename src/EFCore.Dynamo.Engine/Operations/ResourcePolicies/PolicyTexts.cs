namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>The service's texts about resource policies.</summary>
internal static class PolicyTexts
{
    public const string InvalidJson = Document + "This policy contains invalid Json";
    public const string NoPolicyText = Document + "This text appears not to be a policy";
    public const string NoStatements = Document + "Could not parse the policy: Statement is empty!";
    public const string InvalidVersion = Document + "The policy must contain a valid version string";
    public const string DuplicateIds = Document + "The Statement Ids in the policy are not unique";

    public const string Unbounded =
        "Resource-based policy grants unbounded access in one or more elements. Please revise the policy to ensure least-privilege form of access";

    public const string LocksOut = "The new resource policy will not allow you to update the resource policy in the future.";

    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Document = Invalid + "Invalid policy document: ";
    private const string NotFound = "Resource-based policy not found for the provided ResourceArn: ";

    public static string TooLarge(int maxBytes) => Invalid + $"Maximum policy size of {maxBytes} bytes exceeded";

    public static string Missing(string member) => Document + $"Missing required field {member}";

    public static string Syntax(int line, int column) => Document + $"Syntax error at position ({line},{column})";

    public static string InvalidActions(IEnumerable<string> actions)
        => Document + $"The following action names are invalid: {string.Join(", ", actions.Select(static action => $"\"{action}\""))}";

    public static string InvalidRelativeId(string relativeId, string arn) => Document + $"The relative-id \"{relativeId}\" is invalid for ARN \"{arn}\"";

    public static string NoPolicy(string arn) => NotFound + arn;

    public static string NoPolicyToUpdate(string expected, string tableName)
        => NotFound + $"Requested update for policy with revision id {expected}, but table {tableName} has no associated policy.";

    public static string OtherRevision(string expected, string tableName, string actual)
        => NotFound
            + $"Requested update for policy with revision id {expected}, but the policy associated to target table {tableName} has revision id {actual}.";

    public static string UnexpectedPolicy(string tableName, string actual)
        => NotFound + $"Requested policy update expecting none to be present for table {tableName}, but a policy exists with revision id {actual}.";
}

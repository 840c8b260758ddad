using System.Reflection;
using System.Text.RegularExpressions;

namespace EFCore.Dynamo.SpecificationTests;

/// <summary>Each base class of EF Core's package has a class in this project, or a line in <c>COMPLIANCE.md</c>.</summary>
public partial class ComplianceDynamoTest : ComplianceTestBase
{
    /// <inheritdoc />
    protected override Assembly TargetAssembly => typeof(ComplianceDynamoTest).Assembly;

    /// <inheritdoc />
    protected override ICollection<Type> IgnoredTestBases
    {
        get
        {
            using var page = typeof(ComplianceDynamoTest).Assembly.GetManifestResourceStream("COMPLIANCE.md")!; // embedded by the project
            var names = Line().Matches(new StreamReader(page).ReadToEnd()).Select(static match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
            return [.. GetBaseTestClasses().Where(type => names.Contains(type.Name.Split('`')[0]))];
        }
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| \w", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

using System.Text;
using Amazon.Runtime;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>Enumerations to wire names and back, by their spelling: AllOld is ALL_OLD.</summary>
internal static class SdkEnums
{
    public static string ToWire<T>(T value)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var character in value.ToString())
        {
            if (char.IsUpper(character) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToUpperInvariant(character));
        }

        return name.ToString();
    }

    public static T FromWire<T>(ConstantClass value)
        where T : struct, Enum
        => Enum.GetValues<T>().Single(candidate => ToWire(candidate) == value.Value);
}

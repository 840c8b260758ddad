using System.Reflection;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Values;

namespace EFCore.Dynamo.Aws.Tests.Codecs;

public sealed class EnumsTests
{
    public static TheoryData<string> Codecs => [.. typeof(Enums).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static member => member.Name)];

    /// <summary>The constants are found by name: one that the SDK does not declare would be made up without a word.</summary>
    [Theory]
    [MemberData(nameof(Codecs))]
    public void Every_member_has_a_constant_that_the_SDK_declares(string name)
    {
        var codec = typeof(Enums).GetField(name)!.GetValue(null)!; // named by Codecs
        var (enumeration, sdk) = (codec.GetType().GenericTypeArguments[0], codec.GetType().GenericTypeArguments[1]);
        var declared = sdk.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == sdk).Select(
            static field => ((ConstantClass)field.GetValue(null)!).Value); // constants are set
        var toSdk = codec.GetType().GetMethod("ToSdk", [enumeration])!;
        var values = name == nameof(Enums.ScalarAttributeType)
            ? new object[] { EFCore.Dynamo.Values.AttributeType.String, EFCore.Dynamo.Values.AttributeType.Number, EFCore.Dynamo.Values.AttributeType.Binary }
            : [.. Enum.GetValues(enumeration).Cast<object>()];

        values.Select(value => ((ConstantClass)toSdk.Invoke(codec, [value])!).Value).ShouldBeSubsetOf(declared);
    }
}

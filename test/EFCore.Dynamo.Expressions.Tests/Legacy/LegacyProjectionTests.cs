using EFCore.Dynamo.Expressions.Legacy;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests.Legacy;

public class LegacyProjectionTests
{
    [Fact]
    public void Names_are_those_of_top_level_attributes()
    {
        var projection = LegacyProjection.Bind(["b", "a.b", "#x", "gone"]).ShouldNotBeNull();

        projection.Apply(Of(("a", M(("b", N(1)))), ("a.b", N(2)), ("b", N(3)), ("#x", N(4)), ("c", N(5))).Span).ShouldBe(
            Of(("a.b", N(2)), ("b", N(3)), ("#x", N(4))));
        projection.RootAttributes.ToArray().Select(name => name.Text).ShouldBe(["b", "a.b", "#x", "gone"]);
    }

    [Fact]
    public void A_name_occurs_once()
        => ShouldFail(() => LegacyProjection.Bind(["a", "b", "a"]), "One or more parameter values were invalid: Duplicate value in attribute name: a");

    [Fact]
    public void No_names_are_no_projection()
        => LegacyProjection.Bind(null).ShouldBeNull();
}

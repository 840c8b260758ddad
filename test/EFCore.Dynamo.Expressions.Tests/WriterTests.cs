using EFCore.Dynamo.Expressions.Syntax;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Expressions.Tests;

public class WriterTests
{
    [Theory]
    [InlineData("a = :v", "a = :v")]
    [InlineData("( a=:v )and(not(b<>:w))", "a = :v AND NOT b <> :w")]
    [InlineData("a = :v AND (b = :v OR c = :v)", "a = :v AND (b = :v OR c = :v)")]
    [InlineData("(a = :v AND b = :v) OR c = :v", "a = :v AND b = :v OR c = :v")]
    [InlineData("(a = :v AND b = :v) AND c = :v", "(a = :v AND b = :v) AND c = :v")]
    [InlineData("NOT (a = :v AND b = :v)", "NOT (a = :v AND b = :v)")]
    [InlineData("size( #a.b [ 3 ] )>:v", "size(#a.b[3]) > :v")]
    [InlineData("a between :v and b", "a BETWEEN :v AND b")]
    [InlineData("a in(:v,:w)", "a IN (:v, :w)")]
    [InlineData("begins_with(a,:v)", "begins_with(a, :v)")]
    public void Condition_is_written_with_the_fewest_parentheses(string text, string expected)
        => ExpressionWriter.Write(ConditionExpression.Parse(text).Root).ShouldBe(expected);

    [Theory]
    [InlineData(
        "add n :v set a=b+:v,c=if_not_exists(c,:v)remove l[0],m.x delete s :s",
        "SET a = b + :v, c = if_not_exists(c, :v) REMOVE l[0], m.x ADD n :v DELETE s :s")]
    [InlineData("SET a = (b - c), l = list_append(l, :l)", "SET a = b - c, l = list_append(l, :l)")]
    public void Update_is_written_clause_by_clause(string text, string expected)
        => ExpressionWriter.Write(UpdateExpression.Parse(text).Root).ShouldBe(expected);

    [Fact]
    public void Projection_and_path_are_written()
    {
        ExpressionWriter.Write(ProjectionExpression.Parse("a , b . c[ 1 ]").Paths).ShouldBe("a, b.c[1]");
        ExpressionWriter.Write(new AttributePath("#a", [PathElement.MapEntry("b"), PathElement.ListElement(2)])).ShouldBe("#a.b[2]");
    }
}

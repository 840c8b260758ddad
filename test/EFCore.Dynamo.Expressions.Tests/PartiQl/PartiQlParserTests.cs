using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests.PartiQl;

public class PartiQlParserTests
{
    private const string NotWellFormed = "Statement wasn't well formed, can't be processed: ";

    [Theory]
    [InlineData("select * from Music", """SELECT * FROM "Music" """)]
    [InlineData("SELECT a, b.c[0] FROM \"t\".\"by-x\"", """SELECT "a", "b"."c"[0] FROM "t"."by-x" """)]
    [InlineData("SELECT * FROM t WHERE a=1 AND b='x''y' OR NOT c<>?", """SELECT * FROM "t" WHERE (("a" = 1) AND ("b" = 'x''y')) OR (NOT ("c" <> ?)) """)]
    [InlineData("SELECT * FROM t WHERE a != -1.50", """SELECT * FROM "t" WHERE "a" <> -1.5 """)]
    [InlineData(
        "SELECT * FROM t WHERE a IN (1, 2) AND b NOT IN [TRUE] ORDER BY a DESC, b",
        """SELECT * FROM "t" WHERE ("a" IN [1, 2]) AND (NOT ("b" IN [TRUE])) ORDER BY "a" DESC, "b" ASC """)]
    [InlineData(
        "SELECT * FROM t WHERE a BETWEEN 1 AND 2 AND b is missing AND c IS NOT NULL",
        """SELECT * FROM "t" WHERE ("a" BETWEEN 1 AND 2) AND ("b" IS MISSING) AND (NOT ("c" IS NULL)) """)]
    [InlineData("SELECT * FROM t WHERE Begins_With(\"a\", 'x') AND size(b) >= 3;", """SELECT * FROM "t" WHERE "begins_with"("a", 'x') AND (size("b") >= 3) """)]
    [InlineData("SELECT * FROM t -- all\n WHERE /* but */ a['b'][1] = 1e3", """SELECT * FROM "t" WHERE "a"."b"[1] = 1000 """)]
    [InlineData("INSERT INTO t value {'a': 1, 'b': [NULL, <<'x', 'y'>>, {}]}", """INSERT INTO "t" VALUE {'a': 1, 'b': [NULL, <<'x', 'y'>>, {}]} """)]
    [InlineData(
        "UPDATE t SET a=1, b.c = b.c + ? REMOVE d[2] SET e = list_append(e, [1]) WHERE k='x' RETURNING ALL OLD *",
        """UPDATE "t" SET "a" = 1 SET "b"."c" = "b"."c" + ? REMOVE "d"[2] SET "e" = "list_append"("e", [1]) WHERE "k" = 'x' RETURNING ALL OLD *""")]
    [InlineData("DELETE FROM t WHERE k = ? RETURNING ALL OLD *", """DELETE FROM "t" WHERE "k" = ? RETURNING ALL OLD *""")]
    [InlineData(
        "FROM \"t\" WHERE k='x' SET a=1, b=2 REMOVE c RETURNING ALL NEW *",
        """UPDATE "t" SET "a" = 1 SET "b" = 2 REMOVE "c" WHERE "k" = 'x' RETURNING ALL NEW *""")]
    [InlineData("from t remove a", """UPDATE "t" REMOVE "a" """)]
    [InlineData("EXISTS(SELECT * FROM t WHERE k = 1)", """EXISTS(SELECT * FROM "t" WHERE "k" = 1)""")]
    [InlineData("SELECT * FROM t WHERE \"#n \"\"q\" = 'ü'", """SELECT * FROM "t" WHERE "#n ""q" = 'ü' """)]
    public void Statement_is_read(string text, string expected)
        => PartiQlWriter.Write(PartiQlStatement.Parse(text).Root).ShouldBe(expected.TrimEnd());

    [Theory]
    [InlineData("SLECT * FROM \"t\" WHERE pk = 'x'", "Expected data manipulation")]
    [InlineData("UPDATE my-table SET a = 1", "Expected data manipulation")]
    [InlineData("UPDATE t WHERE k = 1", "Expected data manipulation")]
    [InlineData("SELECT FROM t", "Expected data manipulation")]
    [InlineData("INSERT INTO t (key, b) VALUES (1, 2)", "Unexpected keyword")]
    [InlineData("SELECT key FROM t", "Unexpected keyword")]
    [InlineData("CREATE TABLE t", "Unexpected keyword")]
    [InlineData("SELECT * FORM t", "Expected FROM after SELECT list")]
    [InlineData("SELECT *, a FROM t", "Other expressions may not be present in the select list when '*' is used without dot notation.")]
    [InlineData("DELETE t WHERE k = 1", "Expected FROM after DELETE")]
    [InlineData("SELECT * FROM t WHERE a =", "Missing right-hand side expression of infix operator")]
    [InlineData("SELECT * FROM t WHERE a BETWEEN 1", "Expected AND keyword")]
    [InlineData("SELECT * FROM t WHERE a BETWEEN 1 AND", "Expected expression after AND")]
    [InlineData("SELECT * FROM t WHERE (a = 1", "Expected RIGHT_PAREN")]
    [InlineData("SELECT * FROM t WHERE a IN [1, 2", "Expected RIGHT_BRACKET")]
    [InlineData("INSERT INTO t VALUE {'a' 1}", "Expected COLON")]
    [InlineData("INSERT INTO t VALUE {'a': 1", "Expected RIGHT_CURLY")]
    [InlineData("INSERT INTO t VALUE {'a': <<1, 2}", "Expected RIGHT_DOUBLE_ANGLE_BRACKET")]
    [InlineData("INSERT INTO 't' VALUE {}", "Expected identifier for simple path")]
    [InlineData("SELECT * FROM t WHERE a IS x", "Expected type name")]
    [InlineData("SELECT * FROM t WHERE = 1", "Unexpected operator")]
    [InlineData("SELECT * FROM t WHERE ()", "Unexpected term")]
    [InlineData("  ", "Unexpected term")]
    [InlineData("hello world", "Unexpected token after expression")]
    [InlineData("SELECT * FROM t WHERE a = 1 b", "Unexpected token after expression")]
    [InlineData("SELECT * FROM t; SELECT * FROM t", "Unexpected token after semicolon. (Only one query is allowed.)")]
    [InlineData("SELECT * FROM t WHERE a.5 = 1", "Unexpected token after expression")]
    [InlineData("SELECT a.value FROM t", "Invalid path dot component")]
    [InlineData("UPDATE t SET a.* = 1", "Invalid path dot component for simple path")]
    [InlineData("UPDATE t SET a[b] = 1", "Invalid path component for simple path")]
    [InlineData("UPDATE t SET a 1", "Expected '='")]
    [InlineData("UPDATE t SET a = 1 WHERE k = 1 RETURNING *", "Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.")]
    [InlineData("SELECT * FROM t WHERE contains(*)", "contains(*) is not allowed")]
    [InlineData("SELECT * FROM t WHERE a = 'x", "")]
    [InlineData("SELECT * FROM \"t", "")]
    [InlineData("SELECT * FROM t WHERE a = 1e", "")]
    [InlineData("SELECT * FROM t WHERE a = #b", "")]
    [InlineData("SELECT * FROM tä", "")]
    [InlineData("SELECT * FROM t WHERE a = 1e2147483648", "")]
    [InlineData("SELECT * FROM t WHERE a = 1e-2147483648", "")]
    [InlineData("SELECT * FROM t WHERE a = 1.5e-2147483647", "")]
    [InlineData("SELECT * FROM t WHERE a = 1e99999999999", "")]
    [InlineData("FROM t WHERE k = 1", "Expected data manipulation")]
    [InlineData("FROM t SET a = 1 WHERE k = 1", "Unexpected token after expression")]
    public void What_is_not_well_formed_is_refused(string text, string detail) => ShouldFail(() => PartiQlStatement.Parse(text), NotWellFormed + detail);

    [Theory]
    [InlineData("SELECT * FROM t LIMIT 5", "Unsupported clause: LIMIT")]
    [InlineData("SELECT * FROM t GROUP BY a", "Unsupported clause: GROUP BY")]
    [InlineData("SELECT DISTINCT a FROM t", "Unsupported clause: DISTINCT")]
    [InlineData("SELECT a AS b FROM t", "Aliasing is not supported")]
    [InlineData("SELECT * FROM t x", "Aliasing is not supported")]
    [InlineData("SELECT * FROM t AS x AT y", "Aliasing is not supported")]
    [InlineData("UPDATE t AS x SET a = 1", "Aliasing is not supported")]
    [InlineData("FROM t x SET a = 1", "Aliasing is not supported")]
    [InlineData("DELETE FROM t x", "Aliasing is not supported")]
    [InlineData("SELECT * FROM a, b", "Only select from a single table or index is supported.")]
    [InlineData("SELECT * FROM a JOIN b ON a.x = b.x", "Only select from a single table or index is supported.")]
    [InlineData("SELECT * FROM my-books", "Unexpected from source")]
    [InlineData("SELECT * FROM a.b.c", "A path may contain at most 2 components in the FROM clause")]
    [InlineData("UPDATE a.b.c SET x = 1", "A path may contain at most 2 components in the FROM clause")]
    [InlineData("SELECT * FROM a[0]", "Unexpected path component at 1:15:1")]
    [InlineData("SELECT * FROM \"\"", "Path component cannot be an empty string")]
    [InlineData("SELECT * FROM a.\"\"", "Path component cannot be an empty string")]
    [InlineData("DELETE FROM \"\".a", "Path component cannot be an empty string")]
    [InlineData("INSERT INTO a.b VALUE {}", "FROM clause may only contain a single table name")]
    [InlineData("UPDATE a.b SET x = 1", "This operation is not supported on an index")]
    [InlineData("FROM a.b SET x = 1", "This operation is not supported on an index")]
    [InlineData("DELETE FROM a.b", "This operation is not supported on an index")]
    [InlineData("SELECT * FROM t WHERE a LIKE 'x'", "Unsupported operator: LIKE")]
    [InlineData("SELECT * FROM t WHERE a * 2 = 4", "Unsupported operator: *")]
    [InlineData(
        "INSERT INTO t << {'a': 1} >>",
        "Unsupported operation: Inserting multiple items in a single statement is not supported, use \"INSERT INTO tableName VALUE item\" instead")]
    [InlineData("SELECT * FROM t WHERE a = `1`", "Amazon Ion literals are not supported")]
    [InlineData("SELECT * FROM t WHERE a[-1] = 1", "List index is not within the allowable range")]
    [InlineData("SELECT * FROM t WHERE a[99999999999] = 1", "List index is not within the allowable range")]
    [InlineData("hello", "The statement must be a SELECT, INSERT, UPDATE or DELETE")]
    public void What_the_service_does_not_support_is_refused(string text, string message) => ShouldFail(() => PartiQlStatement.Parse(text), message);

    [Fact]
    public void Half_a_character_is_refused()
        => ShouldFail(() => PartiQlStatement.Parse($"SELECT * FROM t WHERE a = 'x{'\ud800'}'"), NotWellFormed);

    [Fact]
    public void Syntax_errors_come_before_what_is_not_supported()
        => ShouldFail(() => PartiQlStatement.Parse("SELECT DISTINCT a FROM t WHERE"), NotWellFormed + "Unexpected term");

    [Fact]
    public void Statement_is_cached_by_its_text_and_counts_its_parameters()
    {
        const string text = "SELECT * FROM t WHERE a = ? AND b IN [?, ?]";
        var statement = PartiQlStatement.Parse(text);
        statement.ParameterCount.ShouldBe(3);
        PartiQlStatement.Parse(string.Concat(text)).ShouldBeSameAs(statement);
    }

    [Fact]
    public void Equal_operators_join_in_one_node_and_parentheses_stay()
    {
        var where = ((PartiQlNode.Select)PartiQlStatement.Parse(
            "SELECT * FROM t WHERE a = 1 AND b = 1 AND (c = 1 AND d = 1)").Root).Where.ShouldBeOfType<PartiQlExpression.Logical>();
        where.Operands.Count.ShouldBe(3);
        where.Operands[2].ShouldBeOfType<PartiQlExpression.Logical>().Operands.Count.ShouldBe(2);
    }

    [Fact]
    public void Index_in_a_path_may_be_a_name()
        => ((PartiQlNode.Select)PartiQlStatement.Parse("SELECT a['b c'] FROM t").Root).Projection.ShouldBe(
            [new PartiQlExpression.Attribute(new AttributePath("a", [PathElement.MapEntry("b c")]))]);

    [Theory]
    [InlineData("SELECT a FROM t WHERE size(b) > 1", "1:31:1")]
    [InlineData("SELECT a\nFROM t\r\n  WHERE  \"size\"(b)\r>= 1", "4:1:2")]
    [InlineData("SELECT a FROM t WHERE begins_with(b, 'x')", "1:23:11")]
    [InlineData("SELECT a FROM t WHERE '😀' = '😀😀' AND 'a\nb' = 1 AND \"😀a\" IS MISSING", "1:34:3")]
    [InlineData("SELECT a FROM t WHERE NOT b = 1", "1:23:3")]
    [InlineData("SELECT a FROM t WHERE -- why\n b NOT IN (1)", "2:4:3")]
    public void Conditions_know_where_they_stand(string text, string position)
        => ((PartiQlNode.Select)PartiQlStatement.Parse(text).Root).Where!.Position.ToString().ShouldBe(position); // each text has a WHERE

    [Fact]
    public void Trees_compare_by_what_they_say_wherever_it_stands()
    {
        var root = PartiQlStatement.Parse("SELECT a FROM t WHERE size(b) > 1").Root;
        PartiQlStatement.Parse("select  a from  t where  size( b )  > 1.0").Root.ShouldBe(root);
        PartiQlStatement.Parse("SELECT a FROM t WHERE size(c) > 1").Root.ShouldNotBe(root);
        PartiQlStatement.Parse("SELECT a FROM t WHERE MISSING = 1").Root.ShouldNotBe(PartiQlStatement.Parse("SELECT a FROM t WHERE b = 1").Root);
    }

    [Theory]
    [InlineData("(", "a = 1", ")")]
    [InlineData("NOT ", "a = 1", "")]
    [InlineData("a = [", "1", "]")]
    [InlineData("a = {'x': ", "1", "}")]
    [InlineData("size(", "a", ")")]
    [InlineData("- ", "1", "")]
    [InlineData("1 + ", "1", "")]
    [InlineData("a = 1 AND b = (", "1", ")")]
    public void Nesting_without_end_is_refused_without_a_stack_overflow(string open, string inner, string close)
    {
        var text = $"SELECT * FROM t WHERE {string.Concat(Enumerable.Repeat(open, 200_000))}{inner}{string.Concat(Enumerable.Repeat(close, 200_000))}";
        Should.Throw<DynamoValidationException>(() => PartiQlStatement.Parse(text)).Message.ShouldStartWith(NotWellFormed);
    }

    [Theory]
    [InlineData("a = 1 AND ")]
    [InlineData("a = 1 OR b = 2 AND ")]
    [InlineData("a IN [1, 2, 3] AND ")]
    [InlineData("'' = a.b.c AND ")]
    public void Huge_statements_are_read_in_linear_time(string part)
    {
        // A quadratic parser would need minutes for a million characters.
        var text = $"SELECT * FROM t WHERE {string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length))} z = 1";
        var statement = PartiQlStatement.Parse(text);
        ((PartiQlNode.Select)statement.Root).Where.ShouldBeOfType<PartiQlExpression.Logical>().Operands.Count.ShouldBeGreaterThan(10_000);
    }
}

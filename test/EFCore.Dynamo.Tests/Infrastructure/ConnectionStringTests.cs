using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.Tests.Infrastructure;

public sealed class ConnectionStringTests
{
    [Fact]
    public void A_data_source_is_a_directory_with_durable_writes()
    {
        var parsed = DynamoConnectionString.Parse("Data Source=shop.dynamo");

        parsed.DataSource.ShouldBe("shop.dynamo");
        parsed.IsInMemory.ShouldBeFalse();
        parsed.Durability.ShouldBe(Durability.Full);
        parsed.MaxMapSizeBytes.ShouldBeNull();
        parsed.Dialect.ShouldBe(ValidationDialect.Current);
        parsed.TablePrefix.ShouldBe("");
    }

    [Fact]
    public void All_keywords_are_read()
    {
        var parsed = DynamoConnectionString.Parse(
            "Data Source=/var/lib/shop;Durability=Relaxed;Max Map Size=2 GB;Dialect=classic;Table Prefix=dev-;Mode=Directory");

        parsed.DataSource.ShouldBe("/var/lib/shop");
        parsed.Durability.ShouldBe(Durability.Relaxed);
        parsed.MaxMapSizeBytes.ShouldBe(2L << 30);
        parsed.Dialect.ShouldBe(ValidationDialect.Classic);
        parsed.TablePrefix.ShouldBe("dev-");
        parsed.IsInMemory.ShouldBeFalse();
    }

    [Fact]
    public void Keywords_and_values_do_not_mind_case_and_spaces()
        => DynamoConnectionString.Parse("datasource=x;DURABILITY=relaxed;MaxMapSize=5").ShouldBe(
            DynamoConnectionString.Parse("Data Source=x;Durability=Relaxed;Max Map Size=5"));

    [Fact]
    public void Memory_is_private_by_its_special_name_and_shared_by_any_other()
    {
        DynamoConnectionString.Parse("Data Source=:memory:").IsInMemory.ShouldBeTrue();
        DynamoConnectionString.Parse("Data Source=tests;Mode=Memory").IsInMemory.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Data Source=shop.dynamo")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=tests;Mode=Memory;Table Prefix=a.b-")]
    [InlineData("Data Source=\"with;semicolon\";Durability=Relaxed;Max Map Size=12345;Dialect=Classic")]
    public void The_normal_form_reads_back(string connectionString)
    {
        var parsed = DynamoConnectionString.Parse(connectionString);

        DynamoConnectionString.Parse(parsed.ToString()).ShouldBe(parsed);
    }

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("4096", 4096L)]
    [InlineData("64KB", 64L << 10)]
    [InlineData("64 mb", 64L << 20)]
    [InlineData("1 TB", 1L << 40)]
    public void Sizes_have_binary_units(string text, long sizeBytes)
        => DynamoConnectionString.Parse($"Data Source=x;Max Map Size={text}").MaxMapSizeBytes.ShouldBe(sizeBytes);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5 GB")]
    [InlineData("GB")]
    [InlineData("9000000000 GB")]
    [InlineData("much")]
    public void Impossible_sizes_are_refused(string text)
        => Should.Throw<ArgumentException>(() => DynamoConnectionString.Parse($"Data Source=x;Max Map Size={text}"))
            .Message.ShouldStartWith($"The connection string's 'Max Map Size' is '{text}', but must be a number of bytes");

    [Fact]
    public void An_unknown_keyword_is_named_with_the_known_ones()
        => Should.Throw<ArgumentException>(() => DynamoConnectionString.Parse("Data Source=x;Colour=blue"))
            .Message.ShouldStartWith(
                "The connection string has the unknown keyword 'colour'. Known keywords are: Data Source, Mode, Durability, Max Map Size, Dialect, Table "
                    + "Prefix, "
                + "Region, Service Url, Profile, Access Key, Secret Key, Session Token.");

    [Fact]
    public void A_region_is_AWS()
    {
        var parsed = DynamoConnectionString.Parse("Region=eu-west-1;Profile=work;Table Prefix=prod-");

        parsed.IsRemote.ShouldBeTrue();
        parsed.Region.ShouldBe("eu-west-1");
        parsed.Profile.ShouldBe("work");
        parsed.ServiceUrl.ShouldBeNull();
        parsed.TablePrefix.ShouldBe("prod-");
        parsed.DataSource.ShouldBeEmpty();
    }

    [Fact]
    public void A_service_url_is_any_service_with_the_API()
    {
        var parsed = DynamoConnectionString.Parse("ServiceUrl=http://localhost:8000;Region=local;Access Key=a;Secret Key=b=;Session Token=c");

        parsed.ServiceUrl.ShouldBe(new Uri("http://localhost:8000"));
        parsed.Region.ShouldBe("local");
        (parsed.AccessKey, parsed.SecretKey, parsed.SessionToken).ShouldBe(("a", "b=", "c"));
    }

    [Fact]
    public void The_normal_form_of_a_remote_database_has_no_keys()
        => DynamoConnectionString.Parse("Service Url=https://db.example.org;Access Key=me;Secret Key=hidden;Session Token=hidden;Table Prefix=a-").ToString()
            .ShouldBe("Service Url=https://db.example.org/;Table Prefix=a-");

    [Theory]
    [InlineData(
        "Data Source=x;Region=eu-west-1",
        "The connection string names an embedded database with 'Data Source' and a remote one with 'Region'. Remove one of them.")]
    [InlineData(
        "Data Source=x;Profile=dev",
        "The connection string names an embedded database with 'Data Source' and a remote one with 'Profile'. Remove one of them.")]
    [InlineData(
        "Region=eu-west-1;Durability=Relaxed", "The connection string's 'Durability' belongs to the embedded engine and means nothing to a remote service.")]
    [InlineData(
        "Service Url=http://localhost;Mode=Memory", "The connection string's 'Mode' belongs to the embedded engine and means nothing to a remote service.")]
    [InlineData("Region=eu-west-1;Access Key=a", "The connection string has 'Access Key' but not 'Secret Key'. They come together.")]
    [InlineData("Region=eu-west-1;Secret Key=a", "The connection string has 'Secret Key' but not 'Access Key'. They come together.")]
    [InlineData("Region=eu-west-1;Session Token=a", "The connection string has 'Session Token' but not 'Access Key'. They come together.")]
    [InlineData("Profile=dev;Access Key=a;Secret Key=b", "The connection string has both 'Profile' and 'Access Key', which are two ways to name credentials.")]
    [InlineData("Access Key=a;Secret Key=b", "The connection string names no database.")]
    [InlineData("Region=Europe (Ireland)", "The connection string's 'Region' is 'Europe (Ireland)', but must be the name of a region, such as eu-west-1.")]
    [InlineData(
        "Service Url=localhost:8000", "The connection string's 'Service Url' is 'localhost:8000', but must be an address that begins with http:// or https://")]
    [InlineData(
        "Service Url=ftp://localhost",
        "The connection string's 'Service Url' is 'ftp://localhost', but must be an address that begins with http:// or https://")]
    public void Wrong_combinations_are_refused_in_one_sentence(string connectionString, string message)
        => Should.Throw<ArgumentException>(() => DynamoConnectionString.Parse(connectionString)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData("Durability=Full")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=  ;Durability=Full")]
    public void A_missing_data_source_is_refused(string connectionString)
        => Should.Throw<ArgumentException>(() => DynamoConnectionString.Parse(connectionString))
            .Message.ShouldStartWith("The connection string names no database.");

    [Theory]
    [InlineData("Data Source")]
    [InlineData("=x")]
    [InlineData("shop.dynamo")]
    public void What_is_no_list_of_pairs_is_refused(string connectionString)
        => Should.Throw<ArgumentException>(() => DynamoConnectionString.Parse(connectionString))
            .Message.ShouldStartWith("The connection string is not a list of KEYWORD=VALUE pairs");

    [Theory]
    [InlineData("Durability=Sometimes", "Full or Relaxed")]
    [InlineData("Dialect=Swabian", "Current or Classic")]
    [InlineData("Mode=Cloud", "Directory or Memory")]
    [InlineData("Table Prefix=no spaces", "up to 200 of the characters")]
    public void Impossible_values_are_refused_with_the_possible_ones(string pair, string expected)
        => Should.Throw<ArgumentException>(() => DynamoConnectionString.Parse("Data Source=x;" + pair)).Message.ShouldContain("but must be " + expected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void An_empty_connection_string_is_refused(string connectionString)
        => Should.Throw<ArgumentException>(() => DynamoConnectionString.Parse(connectionString)).ParamName.ShouldBe("connectionString");

    [Fact]
    public void No_connection_string_is_refused()
        => Should.Throw<ArgumentNullException>(() => DynamoConnectionString.Parse(null!)).ParamName.ShouldBe("connectionString");
}

namespace EFCore.Dynamo.Tests.Stores;

/// <summary>A DynamoDB of a test's own, on which the provider's functional tests run: the same tests on each kind.</summary>
public abstract class TestStore : IDisposable
{
    /// <summary>What a user would write to reach it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>The client that the connection string gives.</summary>
    public abstract IDynamoClient Client { get; }

    /// <summary>Forgets everything.</summary>
    public abstract void Dispose();
}

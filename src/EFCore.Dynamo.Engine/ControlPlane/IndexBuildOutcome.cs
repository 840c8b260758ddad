namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>What a step of building an index came to.</summary>
internal enum IndexBuildOutcome
{
    /// <summary>There are items behind those of this step.</summary>
    More,

    /// <summary>The index holds all items that it can hold.</summary>
    Complete,

    /// <summary>The table changed: nothing was done.</summary>
    Stale,
}

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Where a value stands among those of the attribute's type.</summary>
internal enum ValueFit
{
    /// <summary>It is one of them.</summary>
    Fits,

    /// <summary>It is of another kind, so that it equals none of them, and is neither above nor below one.</summary>
    Incomparable,

    /// <summary>Above all of them.</summary>
    Above,

    /// <summary>Below all of them.</summary>
    Below,
}

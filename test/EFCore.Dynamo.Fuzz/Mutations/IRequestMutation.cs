namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>One kind of damage.</summary>
internal interface IRequestMutation
{
    /// <summary>Changes the request; the same random numbers give the same change.</summary>
    void Apply(FuzzRequest request, Random random);
}

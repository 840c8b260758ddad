namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Choices.</summary>
internal static class RandomExtensions
{
    public static T Pick<T>(this Random random, T[] choices) => choices[random.Next(choices.Length)];
}

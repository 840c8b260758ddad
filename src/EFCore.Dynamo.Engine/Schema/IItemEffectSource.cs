namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Makes the effects of a table while its schema is constructed.</summary>
internal interface IItemEffectSource
{
    /// <param name="table">Complete but for its effects.</param>
    IItemEffect[] Create(TableSchema table);
}

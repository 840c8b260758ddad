namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Makes the effects of a table while its schema is constructed.</summary>
internal interface IItemEffectSource
{
    /// <param name="table">Complete but for its effects.</param>
    IItemEffect[] Create(TableSchema table);
}

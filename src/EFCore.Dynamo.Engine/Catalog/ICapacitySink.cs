namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Takes the units that consequences of a write cost.</summary>
internal interface ICapacitySink
{
    void AddIndex(IndexSchema index, double units);
}

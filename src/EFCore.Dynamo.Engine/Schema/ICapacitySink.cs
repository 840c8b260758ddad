namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Takes the units that consequences of a write cost.</summary>
internal interface ICapacitySink
{
    void AddIndex(IndexSchema index, double units);
}

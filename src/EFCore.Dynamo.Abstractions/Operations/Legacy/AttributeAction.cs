namespace EFCore.Dynamo.Operations;

/// <summary>What a legacy update does to an attribute (<c>PUT</c>, <c>ADD</c>, <c>DELETE</c>).</summary>
public enum AttributeAction
{
    /// <summary>Replaces the attribute, or creates it: what is meant when nothing is said.</summary>
    Put,

    /// <summary>Adds to a number, to a set or to a list; an absent attribute becomes the value.</summary>
    Add,

    /// <summary>Removes the attribute, or, with a set as value, the set's elements. Alone it does not create an item.</summary>
    Delete,
}

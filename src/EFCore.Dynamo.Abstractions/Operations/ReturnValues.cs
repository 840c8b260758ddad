namespace EFCore.Dynamo.Operations;

/// <summary>Which image of the item a write returns. Named as the service names them (<c>NONE</c>, <c>ALL_OLD</c>, …).</summary>
/// <remarks>PutItem and DeleteItem accept <see cref="None" /> and <see cref="AllOld" /> only; UpdateItem accepts all.</remarks>
public enum ReturnValues
{
    /// <summary>Nothing is returned.</summary>
    None,

    /// <summary>The whole item as it was before the write.</summary>
    AllOld,

    /// <summary>The attributes that the update touched, as they were.</summary>
    UpdatedOld,

    /// <summary>The whole item as it is after the write.</summary>
    AllNew,

    /// <summary>The attributes that the update touched, as they are now.</summary>
    UpdatedNew,
}

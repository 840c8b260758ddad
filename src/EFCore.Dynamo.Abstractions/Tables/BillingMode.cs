namespace EFCore.Dynamo.Tables;

/// <summary>How capacity is paid for.</summary>
public enum BillingMode
{
    /// <summary><c>PROVISIONED</c>: a fixed number of capacity units a second is reserved and paid for, whether used or not; requests beyond it are throttled.</summary>
    Provisioned,

    /// <summary><c>PAY_PER_REQUEST</c>: each request is paid for by itself, and none is reserved.</summary>
    PayPerRequest,
}

namespace EFCore.Dynamo.Tables;

/// <summary>How capacity is paid for.</summary>
public enum BillingMode
{
    /// <summary>The service's <c>PROVISIONED</c>.</summary>
    Provisioned,

    /// <summary>The service's <c>PAY_PER_REQUEST</c>.</summary>
    PayPerRequest,
}

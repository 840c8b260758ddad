namespace EFCore.Dynamo.Operations;

/// <summary>How the conditions of a legacy <c>Expected</c>, <c>QueryFilter</c> or <c>ScanFilter</c> are combined (<c>AND</c>, <c>OR</c>).</summary>
public enum ConditionalOperator
{
    /// <summary>All must hold: what is meant when nothing is said.</summary>
    And,

    /// <summary>One must hold.</summary>
    Or,
}

namespace EFCore.Dynamo.Operations;

/// <summary>One part of a write transaction: exactly one of the four is set.</summary>
public sealed record TransactWriteItem
{
    /// <summary>A check that writes nothing.</summary>
    public ConditionCheck? ConditionCheck { get; init; }

    /// <summary>A put. <c>ReturnValues</c>, capacity and metrics settings of the inner request are not part of a transaction and must be left unset.</summary>
    public PutItemRequest? Put { get; init; }

    /// <summary>An update; its update expression is required. The same rule for the inner request's settings.</summary>
    public UpdateItemRequest? Update { get; init; }

    /// <summary>A delete. The same rule for the inner request's settings.</summary>
    public DeleteItemRequest? Delete { get; init; }
}

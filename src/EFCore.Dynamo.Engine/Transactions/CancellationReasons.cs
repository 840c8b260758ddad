using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>One reason a part, in the order of the request, filled in as parts fail.</summary>
internal sealed class CancellationReasons(int partCount)
{
    private static readonly CancellationReason None = new("None");

    private CancellationReason[]? _reasons;

    public void Add(int part, ServiceError error)
    {
        if (_reasons is null)
        {
            _reasons = new CancellationReason[partCount];
            Array.Fill(_reasons, None);
        }

        _reasons[part] = new CancellationReason(CodeOf(error.Code), error.Message, error.Item);
    }

    /// <summary>The cancellation for one part's sake; an empty key value fails the request instead.</summary>
    public static ServiceError OfPart(int part, int partCount, ServiceError error)
    {
        if (error.Code == ServiceErrorCode.EmptyKeyValue)
        {
            return error;
        }

        var reasons = new CancellationReasons(partCount);
        reasons.Add(part, error);
        return reasons.ToError()!; // there is one
    }

    /// <summary>The cancellation, or null where no part failed.</summary>
    public ServiceError? ToError() => _reasons is null ? null : ServiceError.TransactionCanceled(_reasons);

    private static string CodeOf(ServiceErrorCode code) => code switch
    {
        ServiceErrorCode.ConditionalCheckFailed => "ConditionalCheckFailed",
        ServiceErrorCode.ItemCollectionSizeLimitExceeded => "ItemCollectionSizeLimitExceeded",
        ServiceErrorCode.DuplicateItem => "DuplicateItem",
        _ => "ValidationError",
    };
}

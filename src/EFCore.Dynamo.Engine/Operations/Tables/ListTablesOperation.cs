using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tables;

/// <summary>ListTables: a page of the snapshot's names.</summary>
internal readonly struct ListTablesOperation : IReadOperation<ListTablesRequest, ListTablesResponse>
{
    public static OperationResult<ListTablesResponse> Execute(EngineContext context, ListTablesRequest request)
    {
        if (ListTablesValidator.Validate(request) is { } error)
        {
            return error;
        }

        var names = context.Catalog.Current.Names;
        var start = 0;
        if (request.ExclusiveStartTableName is { } startName)
        {
            start = Array.BinarySearch(names, startName, StringComparer.Ordinal);
            start = start < 0 ? ~start : start + 1;
        }

        var count = Math.Min(request.Limit ?? ListTablesValidator.MaxLimit, names.Length - start);
        var page = names[start..(start + count)];
        return new ListTablesResponse(page, start + count < names.Length ? page[^1] : null);
    }
}

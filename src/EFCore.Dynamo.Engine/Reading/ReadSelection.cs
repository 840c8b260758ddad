using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>What a page returns of each item, and where it has to come from.</summary>
internal readonly struct ReadSelection
{
    private ReadSelection(bool returnsItems, bool fetchesFromTable)
    {
        ReturnsItems = returnsItems;
        FetchesFromTable = fetchesFromTable;
    }

    /// <summary>False with <see cref="Select.Count" />.</summary>
    public bool ReturnsItems { get; }

    /// <summary>Whether a local secondary index lacks attributes that were asked for: each item is then read from the table, and paid for.</summary>
    public bool FetchesFromTable { get; }

    /// <summary>
    ///     A filter sees an index's entries, unless each item is fetched from the table anyway. A read by key is refused what they do not hold; to a Scan,
    ///     which does not ask here, it is missing.
    /// </summary>
    public ServiceError? ValidateFilter(IndexSchema? index, BoundCondition? filter)
    {
        return filter is null || index?.ProjectedNames is null ? null : ValidateFilter(index, filter.GetRootAttributes());
    }

    /// <inheritdoc cref="ValidateFilter(IndexSchema, BoundCondition)" />
    /// <param name="index">The index.</param>
    /// <param name="attributes">The attributes that the filter needs.</param>
    public ServiceError? ValidateFilter(IndexSchema? index, IReadOnlyCollection<string> attributes)
    {
        if (index?.ProjectedNames is null || FetchesFromTable || attributes.Count == 0)
        {
            return null;
        }

        var missing = attributes.Where(name => !index.Projects(name)).ToList();
        return missing.Count == 0 ? null : ServiceError.Validation(ReadTexts.FilterNotProjected(index.Name, string.Join(", ", missing)));
    }

    public static ServiceError? TryCreate(IndexSchema? index, Select? select, BoundProjection? projection, out ReadSelection selection)
    {
        selection = new ReadSelection(select != Select.Count, fetchesFromTable: false);
        if (index is null || index.Projection.ProjectionType == ProjectionType.All)
        {
            return null;
        }

        if (select == Select.AllAttributes)
        {
            if (index.IsGlobal)
            {
                return ServiceError.Validation(ReadTexts.AllAttributesOnGlobalIndex(index.Name));
            }

            selection = new ReadSelection(returnsItems: true, fetchesFromTable: true);
            return null;
        }

        if (projection is null)
        {
            return null;
        }

        List<string>? missing = null;
        foreach (var name in projection.RootAttributes)
        {
            if (!index.Projects(name.Text))
            {
                (missing ??= []).Add(name.Text);
            }
        }

        if (missing is null)
        {
            return null;
        }

        if (index.IsGlobal)
        {
            return ServiceError.Validation(ReadTexts.NotProjected(index.Name, string.Join(", ", missing)));
        }

        selection = new ReadSelection(returnsItems: true, fetchesFromTable: true);
        return null;
    }
}

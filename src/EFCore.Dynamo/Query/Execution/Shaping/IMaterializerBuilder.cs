using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Builds the expressions that make objects of rows.</summary>
internal interface IMaterializerBuilder
{
    /// <summary>Whether the context tracks what the query returns, so that EF connects entities by their foreign keys.</summary>
    bool IsConnectedByTracking { get; }

    /// <summary>The entity of an item with all it owns, tracked as the query asks.</summary>
    Expression CreateRoot(StructuralTypeShaperExpression shaper, ParameterExpression row);

    /// <summary>An owned entity or complex value, as an object of its own that nobody tracks.</summary>
    Expression CreateUntrackedNested(StructuralTypeShaperExpression shaper, DocumentPath path, ParameterExpression row);

    /// <summary>An owned or complex collection of objects that nobody tracks.</summary>
    Expression CreateUntrackedCollection(StructuralCollectionExpression collection, ParameterExpression row);
}

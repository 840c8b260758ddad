using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Says which property cannot take what an item has for it.</summary>
internal static class UnreadableValue
{
    /// <summary>The exception for a value that a codec refused.</summary>
    /// <remarks>That a value is of another type can be said to anybody; a text or number that has the wrong form is in the codec's message itself.</remarks>
    public static InvalidOperationException CreateException(string description, Exception exception, QueryContext context)
    {
        var isShown = exception is not (FormatException or OverflowException)
            || context.Context.GetService<ILoggingOptions>().IsSensitiveDataLoggingEnabled;
        return new InvalidOperationException(QueryStrings.ValueUnreadable(description, isShown ? exception.Message : null), exception);
    }
}

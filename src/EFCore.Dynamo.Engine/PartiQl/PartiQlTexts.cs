using System.Globalization;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The service's texts about PartiQL statements that are well formed.</summary>
/// <remarks>
///     Those of <see cref="MixedBatch" />, <see cref="MixedTransaction" /> and the ones that name clauses are not known to us; they are in our words.
/// </remarks>
internal static class PartiQlTexts
{
    public const string MissingKeyEquality = "Where clause does not contain a mandatory equality on all key attributes";
    public const string DuplicateItem = "Duplicate primary key exists in table";
    public const string ConditionTypeMismatch = "One or more parameter values were invalid: Condition parameter type does not match schema type";
    public const string OrderByNeedsPartitionKey = "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.";
    public const string InvalidToken = "Invalid NextToken";
    public const string OtherToken = "NextToken does not match request";
    public const string BatchReadNeedsKey = "Select statements within BatchExecuteStatement must specify the primary key in the where clause.";
    public const string TransactionReadNeedsKey = "Select statements within ExecuteTransaction must specify the primary key in the where clause.";
    public const string IndexReadInTransaction = "Reads on indices are not supported within transactions.";
    public const string ReturningInTransaction = "RETURNING clause is not supported in ExecuteTransaction.";
    public const string ExistsNeedsCondition = "EXISTS() must contain a single item read with additional condition";
    public const string IndexNotFound = "The table does not have the specified index";
    public const string ConsistentReadOnGlobalIndex = "Strongly consistent read is not supported on Global Secondary Indexes";
    public const string MultiAttributeKeys = "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.";
    public const string MixedBatch = "A batch may contain either read statements or write statements, not both";
    public const string MixedTransaction = "A transaction may contain either read statements or write statements, not both";
    public const string ExistsOutsideTransaction = "EXISTS can be used in transactions only";

    public static string DeleteReturning(PartiQlReturning returning)
        => $"Invalid returning clause:{PartiQlWriter.Write(returning)}. Only RETURNING ALL OLD * is allowed in DELETE statements.";

    /// <summary>What fails a transaction before it runs, as a whole and without reasons.</summary>
    /// <param name="position">The statement's place, from 0.</param>
    /// <param name="message">What is wrong with it.</param>
    public static string TransactStatementFailed(int position, string message)
        => string.Create(CultureInfo.InvariantCulture, $"Validation failed in TransactStatements[{position}]: {message}");

    public static string OrderByNoKey(string name) => $"Variable reference {name} in ORDER BY clause must be part of the primary key";

    public static string TooManyPartitionValues(int count) => $"The IN operator is provided with too many operands; number of operands: {count}";
}

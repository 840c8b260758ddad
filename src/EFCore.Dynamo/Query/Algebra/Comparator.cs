namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The comparators of the service's expressions.</summary>
internal enum Comparator
{
    Equal,
    NotEqual,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
}

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Does something for each kind of client operator; a new kind is a new method here, which no visitor can forget.</summary>
internal abstract class ClientOperatorVisitor<T>
{
    public abstract T VisitFilter(FilterOperator filter);

    public abstract T VisitOrder(OrderOperator order);

    public abstract T VisitReverse(ReverseOperator reverse);

    public abstract T VisitSkip(SkipOperator skip);

    public abstract T VisitTake(TakeOperator take);

    public abstract T VisitDistinct(DistinctOperator distinct);

    public abstract T VisitProject(ProjectOperator project);

    public abstract T VisitGroup(GroupOperator group);

    public abstract T VisitDefaultIfEmpty(DefaultIfEmptyOperator defaultIfEmpty);

    public abstract T VisitUnnest(UnnestOperator unnest);

    public abstract T VisitLookup(LookupOperator lookup);
}

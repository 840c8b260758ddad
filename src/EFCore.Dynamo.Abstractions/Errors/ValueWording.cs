using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Errors;

/// <summary>The wordings that the service has for a <see cref="ValueError" />; which operation has which is in <see cref="OperationDialects" />.</summary>
internal enum ValueWording
{
    /// <summary>Of the single-item operations, Query and BatchGetItem of today, and of everything that is built in process.</summary>
    Current,

    /// <summary>Of the other operations, and of all operations in the classic dialect.</summary>
    Older,

    /// <summary>Of the parameters of PartiQL statements: the older texts, with the long one about nesting.</summary>
    Statement,
}

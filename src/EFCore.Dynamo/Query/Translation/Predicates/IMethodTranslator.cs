using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary>Translates the boolean methods of one family of CLR types.</summary>
internal interface IMethodTranslator
{
    /// <summary>The condition for the service.</summary>
    /// <param name="call">A call whose arguments are bound to the row.</param>
    /// <returns>Null where the call is not of this family, or where the service cannot evaluate it.</returns>
    DynamoPredicate? TryTranslate(MethodCallExpression call);
}

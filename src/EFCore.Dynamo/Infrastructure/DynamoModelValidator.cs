using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>Refuses models that cannot work, before the first request, with a sentence that names entity, property and fix.</summary>
internal sealed class DynamoModelValidator(ModelValidatorDependencies dependencies) : ModelValidator(dependencies);

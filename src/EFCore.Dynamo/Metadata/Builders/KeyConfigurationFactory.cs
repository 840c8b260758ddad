using System.Linq.Expressions;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Builders;

/// <summary>Turns the arguments of the model-building verbs into configuration, at once, so that a mistake fails where it was made.</summary>
internal static class KeyConfigurationFactory
{
    public static KeyConfiguration Create(IReadOnlyEntityType entityType, LambdaExpression template, string? attributeName)
    {
        ArgumentNullException.ThrowIfNull(template);
        return Create(entityType, () => KeyTemplate.FromExpression(template), attributeName);
    }

    public static KeyConfiguration Create(IReadOnlyEntityType entityType, string template, string? attributeName)
    {
        ArgumentNullException.ThrowIfNull(template);
        return Create(entityType, () => KeyTemplate.Parse(template), attributeName);
    }

    public static KeyConfiguration[] CreateAll(IReadOnlyEntityType entityType, IReadOnlyList<LambdaExpression> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return [.. templates.Select(template => Create(entityType, template, attributeName: null))];
    }

    public static KeyConfiguration[] CreateAll(IReadOnlyEntityType entityType, IReadOnlyList<string> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return [.. templates.Select(template => Create(entityType, template, attributeName: null))];
    }

    private static KeyConfiguration Create(IReadOnlyEntityType entityType, Func<KeyTemplate> parse, string? attributeName)
    {
        if (attributeName is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(attributeName);
        }

        try
        {
            return new KeyConfiguration(parse().ToString(), attributeName);
        }
        catch (KeyTemplateException exception)
        {
            throw new InvalidOperationException(DynamoStrings.KeyTemplateInvalid(entityType.DisplayName(), exception.Message), exception);
        }
    }
}

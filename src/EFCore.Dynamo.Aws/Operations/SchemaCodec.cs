using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>Key schemas, attribute definitions and projections to the SDK's types and back.</summary>
/// <remarks><c>parent</c> is the path in front of the member in errors, with its dot; empty at the top.</remarks>
internal static class SchemaCodec
{
    public static List<Model.AttributeDefinition>? ToSdk(IReadOnlyList<AttributeDefinition>? definitions)
        => Collections.ToSdk(definitions, static definition => new Model.AttributeDefinition
        {
            AttributeName = definition.AttributeName,
            AttributeType = Enums.ScalarAttributeType.ToSdk(definition.AttributeType),
        });

    public static List<AttributeDefinition>? FromSdk(List<Model.AttributeDefinition>? definitions)
        => Collections.FromSdk(definitions, static (definition, index) => new AttributeDefinition(
            Violations.Required(definition.AttributeName, MemberPath.OfElement("attributeDefinitions", index, "attributeName")) ?? string.Empty,
            Enums.ScalarAttributeType.FromRequest(
                Violations.Required(definition.AttributeType, MemberPath.OfElement("attributeDefinitions", index, "attributeType")),
                MemberPath.OfElement("attributeDefinitions", index, "attributeType")) ?? default));

    public static List<Model.KeySchemaElement>? ToSdk(IReadOnlyList<KeySchemaElement>? schema)
        => Collections.ToSdk(
            schema, static element => new Model.KeySchemaElement { AttributeName = element.AttributeName, KeyType = Enums.KeyType.ToSdk(element.KeyType) });

    public static List<KeySchemaElement>? FromSdk(List<Model.KeySchemaElement>? schema, string parent = "")
        => Collections.FromSdk(schema, (element, index) => new KeySchemaElement(
            Violations.Required(element.AttributeName, MemberPath.OfElement(parent + "keySchema", index, "attributeName")) ?? string.Empty,
            Enums.KeyType.FromRequest(
                Violations.Required(element.KeyType, MemberPath.OfElement(parent + "keySchema", index, "keyType")),
                MemberPath.OfElement(parent + "keySchema", index, "keyType")) ?? default));

    public static Model.Projection? ToSdk(Projection? projection) => projection is null ? null : new()
    {
        ProjectionType = Enums.ProjectionType.ToSdk(projection.ProjectionType),
        NonKeyAttributes = NamesCodec.ToSdk(projection.NonKeyAttributes),
    };

    public static Projection? FromSdk(Model.Projection? projection, string parent = "") => projection is null ? null : new(
        Enums.ProjectionType.FromRequest(projection.ProjectionType, parent + "projection.projectionType") ?? ProjectionType.All,
        NamesCodec.FromSdk(projection.NonKeyAttributes));
}

using Microsoft.EntityFrameworkCore.Query.Translations;

namespace EFCore.Dynamo.SpecificationTests.Query.Translations;

public class ByteArrayTranslationsDynamoTest(BasicTypesQueryDynamoFixture fixture) : ByteArrayTranslationsTestBase<BasicTypesQueryDynamoFixture>(fixture);

public class EnumTranslationsDynamoTest(BasicTypesQueryDynamoFixture fixture) : EnumTranslationsTestBase<BasicTypesQueryDynamoFixture>(fixture);

public class GuidTranslationsDynamoTest(BasicTypesQueryDynamoFixture fixture) : GuidTranslationsTestBase<BasicTypesQueryDynamoFixture>(fixture);

public class MathTranslationsDynamoTest(BasicTypesQueryDynamoFixture fixture) : MathTranslationsTestBase<BasicTypesQueryDynamoFixture>(fixture);

public class MiscellaneousTranslationsDynamoTest(BasicTypesQueryDynamoFixture fixture) : MiscellaneousTranslationsTestBase<BasicTypesQueryDynamoFixture>(fixture);

public class StringTranslationsDynamoTest(BasicTypesQueryDynamoFixture fixture) : StringTranslationsTestBase<BasicTypesQueryDynamoFixture>(fixture);

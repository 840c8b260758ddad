using EFCore.Dynamo.Tests.Stores;

namespace EFCore.Dynamo.Tests.Query;

public sealed class HttpShopFixture() : ShopFixture(new HttpStore());

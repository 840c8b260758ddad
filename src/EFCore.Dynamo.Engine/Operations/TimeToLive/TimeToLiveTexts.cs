using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Engine.Operations.TimeToLive;

/// <summary>The service's texts about time to live.</summary>
internal static class TimeToLiveTexts
{
    public const string AlreadyEnabled = "TimeToLive is already enabled";
    public const string AlreadyDisabled = "TimeToLive is already disabled";
    public const string ChangedTooOften = "Time to live has been modified multiple times within a fixed interval";

    public static string CannotDescribe(TableStatus status)
        => $"Cannot describe time to live while table is in {WireEnums.TableStatus.GetText(status)} state: Current table state is {WireEnums.TableStatus.GetText(status)}";

    public static string TableIsBeingCreated(string tableName) => $"Attempt to change a resource which is still in use: Table {tableName} is being created";

    public static string OtherAttribute(string attributeName) => $"TimeToLive is active on a different AttributeName: current AttributeName is {attributeName}";
}

using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Compiles what is written into the slots of rows.</summary>
internal sealed class SlotWriterCompiler(RowCompiler rowCompiler)
{
    /// <summary>Compiles one slot's content.</summary>
    public SlotWriter Compile(SlotWrite write)
    {
        var name = new AttributeName(write.Slot.AttributeName);
        if (write.Mapping is null)
        {
            return write.Source is { } path ? new AttributeSlotWriter(name, new AttributePathReader(path)) : new RowSlotWriter(name);
        }

        var value = RowStageCompiler.MakeReadNullable(write.Value);
        var valueType = write.Mapping.Codec.ClrType;
        var type = NullSafeRewriter.MakeNullable(valueType);
        var read = rowCompiler.CompileOperator(RowReads.ConvertTo(value, type), type);
        var writerType = (type == valueType ? typeof(ValueSlotWriter<>) : typeof(NullableValueSlotWriter<>)).MakeGenericType(valueType);
        return (SlotWriter)Activator.CreateInstance(writerType, name, read, write.Mapping.Codec)!; // not a Nullable<T>
    }
}

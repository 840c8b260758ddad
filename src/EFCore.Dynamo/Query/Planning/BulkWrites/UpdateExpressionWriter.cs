using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Filters;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>Writes setters as the text of an UpdateExpression; the names of placeholders say which setter they belong to.</summary>
/// <param name="names">Takes the names.</param>
/// <param name="parameters">The values of names and indexes in paths.</param>
internal sealed class UpdateExpressionWriter(NameTable names, IReadOnlyDictionary<string, object?> parameters)
{
    private readonly List<string> _set = [];
    private readonly List<string> _remove = [];
    private readonly List<string> _add = [];
    private readonly List<string> _delete = [];

    /// <summary>Adds a setter.</summary>
    /// <param name="setter">What is set.</param>
    /// <param name="index">Its number.</param>
    /// <param name="isAbsent">Whether its value is represented by an absent attribute; of elements, whether there are none.</param>
    public void Add(AttributeSetter setter, int index, bool isAbsent)
    {
        if (isAbsent && setter.Value is SetChangeValue)
        {
            return; // the service refuses an empty set, and there is nothing to do
        }

        var path = names.Write(setter.Path, parameters);
        switch (setter.Value)
        {
            case null or PlainValue when isAbsent:
                _remove.Add(path);
                break;
            case null or PlainValue:
                _set.Add($"{path} = :s{index}");
                break;
            case ComputedValue computed:
                _set.Add($"{path} = {Write(computed)}");
                break;
            case ListAppendValue append:
                var list = $"if_not_exists({path}, :d{index})";
                _set.Add(append.IsAtStart ? $"{path} = list_append(:s{index}, {list})" : $"{path} = list_append({list}, :s{index})");
                break;
            case SetChangeValue change:
                (change.IsRemoval ? _delete : _add).Add($"{path} :s{index}");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        string Write(ComputedValue computed)
        {
            var left = WriteOperand(computed.Left, $":s{index}", $":d{index}");
            return computed.Right is { } right ? $"{left} {(computed.IsDifference ? '-' : '+')} {WriteOperand(right, $":t{index}", $":e{index}")}" : left;
        }
    }

    /// <summary>The text; null where nothing changes.</summary>
    public string? Build()
    {
        var clauses = new List<string>();
        AddClause("SET", _set);
        AddClause("REMOVE", _remove);
        AddClause("ADD", _add);
        AddClause("DELETE", _delete);
        return clauses.Count == 0 ? null : string.Join(' ', clauses);

        void AddClause(string keyword, List<string> actions)
        {
            if (actions.Count > 0)
            {
                clauses.Add($"{keyword} {string.Join(", ", actions)}");
            }
        }
    }

    private string WriteOperand(UpdateOperand operand, string value, string whereMissing)
        => operand.Operand is AttributeOperand attribute ? $"if_not_exists({names.Write(attribute.Path, parameters)}, {whereMissing})" : value;
}

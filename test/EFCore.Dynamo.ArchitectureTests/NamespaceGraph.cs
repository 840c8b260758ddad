using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EFCore.Dynamo.ArchitectureTests;

/// <summary>
///     Which namespaces of one assembly use which others, by signatures, attributes and method bodies. Constants are not seen: the compiler copies them.
/// </summary>
internal sealed class NamespaceGraph
{
    private readonly Dictionary<string, Dictionary<string, string>> _uses = new(StringComparer.Ordinal);
    private readonly ModuleDefinition _module;

    private NamespaceGraph(ModuleDefinition module)
    {
        _module = module;
        foreach (var type in module.GetTypes())
        {
            AddType(type);
        }
    }

    public static NamespaceGraph Read(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        return new NamespaceGraph(module);
    }

    /// <summary>Each set of namespaces that reach each other, with an example of every use among them.</summary>
    public List<string> FindCycles()
    {
        var reachable = _uses.Keys.ToDictionary(static name => name, FindReachable, StringComparer.Ordinal);
        var cycles = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _uses.Keys.Order(StringComparer.Ordinal))
        {
            if (!reachable[name].Contains(name) || !seen.Add(name))
            {
                continue;
            }

            var members = _uses.Keys.Where(other => reachable[name].Contains(other) && reachable[other].Contains(name)).ToHashSet(StringComparer.Ordinal);
            seen.UnionWith(members);
            cycles.Add(string.Join(
                '\n', members.SelectMany(from => _uses[from].Where(use => members.Contains(use.Key)).Select(use => $"{from} uses {use.Key}: {use.Value}"))));
        }

        return cycles;
    }

    private HashSet<string> FindReachable(string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var name))
        {
            foreach (var next in _uses.GetValueOrDefault(name)?.Keys ?? Enumerable.Empty<string>())
            {
                if (reached.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }

    private void AddType(TypeDefinition type)
    {
        Add(type, type.BaseType);
        AddAttributes(type, type);
        foreach (var implemented in type.Interfaces)
        {
            Add(type, implemented.InterfaceType);
        }

        AddConstraints(type, type);
        foreach (var field in type.Fields)
        {
            Add(type, field.FieldType);
        }

        foreach (var method in type.Methods)
        {
            AddMethod(type, method);
        }
    }

    private void AddMethod(TypeDefinition user, MethodDefinition method)
    {
        AddSignature(user, method);
        AddAttributes(user, method);
        AddConstraints(user, method);
        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Add(user, variable.VariableType);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            AddOperand(user, instruction);
        }
    }

    private void AddOperand(TypeDefinition user, Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Add(user, type);
                break;
            case FieldReference field:
                Add(user, field.DeclaringType);
                Add(user, field.FieldType);
                break;
            case MethodReference method:
                Add(user, method.DeclaringType);
                AddSignature(user, method);
                break;
        }
    }

    private void AddSignature(TypeDefinition user, MethodReference method)
    {
        Add(user, method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Add(user, parameter.ParameterType);
        }

        foreach (var argument in (method as GenericInstanceMethod)?.GenericArguments ?? [])
        {
            Add(user, argument);
        }
    }

    private void AddAttributes(TypeDefinition user, ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(user, attribute.AttributeType);
        }
    }

    private void AddConstraints(TypeDefinition user, IGenericParameterProvider provider)
    {
        foreach (var constraint in provider.GenericParameters.SelectMany(static parameter => parameter.Constraints))
        {
            Add(user, constraint.ConstraintType);
        }
    }

    private void Add(TypeDefinition user, TypeReference? used)
    {
        if (used is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(user, argument);
            }
        }

        if (used is TypeSpecification specification)
        {
            Add(user, specification.ElementType);
            return;
        }

        if (used is TypeDefinition definition && ReferenceEquals(definition.Module, _module))
        {
            AddUse(GetOutermost(user), GetOutermost(definition));
        }
    }

    private void AddUse(TypeDefinition user, TypeDefinition used)
    {
        // What the compiler adds to an assembly stands in no folder.
        if (user.Namespace == used.Namespace || !user.Namespace.StartsWith("EFCore.", StringComparison.Ordinal)
            || !used.Namespace.StartsWith("EFCore.", StringComparison.Ordinal))
        {
            return;
        }

        if (!_uses.TryGetValue(user.Namespace, out var uses))
        {
            _uses[user.Namespace] = uses = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        uses.TryAdd(used.Namespace, $"{user.Name} → {used.Name}");
    }

    private static TypeDefinition GetOutermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}

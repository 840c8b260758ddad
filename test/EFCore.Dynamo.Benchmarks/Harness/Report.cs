using System.Text.Json;

namespace EFCore.Dynamo.Benchmarks.Harness;

/// <summary>Prints each measure when it is known, and writes all of them as JSON at the end.</summary>
internal sealed class Report
{
    private readonly List<Measurement> _measurements = [];

    public void Add(Measurement measurement)
    {
        _measurements.Add(measurement);
        Console.WriteLine(measurement);
    }

    /// <summary>Says why a measure was not taken.</summary>
    public void AddMissing(string name, string reason) => Console.WriteLine($"{name} | not measured: {reason}");

    public void WriteJson(string path)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (var measurement in _measurements)
        {
            json.WriteStartObject();
            json.WriteString("name", measurement.Name);
            json.WriteString("unit", measurement.Unit);
            json.WriteNumber("ours", Math.Round(measurement.Ours, 3));
            WriteNullable(json, "reference", measurement.Reference);
            WriteNullable(json, "ratio", measurement.Ratio);
            WriteNullable(json, "goal", measurement.Goal);
            if (measurement.ReachesGoal is { } reaches)
            {
                json.WriteBoolean("reachesGoal", reaches);
            }
            else
            {
                json.WriteNull("reachesGoal");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNullable(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

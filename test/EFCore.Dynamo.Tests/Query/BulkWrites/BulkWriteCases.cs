using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.BulkWrites;

/// <summary>One line a bulk write.</summary>
internal static class BulkWriteCases
{
    private static readonly int Amount = 3;
    private static readonly string? NoText = null;

    public static Dictionary<string, BulkWriteCase> All { get; } = new(StringComparer.Ordinal)
    {
        ["constant"] = One(s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["parameter"] = One(s => s.SetProperty(p => p.Stock, Amount), p => p.Stock = Amount),
        ["lambda without the entity"] = One(s => s.SetProperty(p => p.Stock, p => Amount * 2), p => p.Stock = Amount * 2),
        ["two properties"] = One(s => s.SetProperty(p => p.Name, "x").SetProperty(p => p.Price, 2.25m), p => (p.Name, p.Price) = ("x", 2.25m)),
        ["the last setter counts"] = One(s => s.SetProperty(p => p.Name, "x").SetProperty(p => p.Name, "y"), p => p.Name = "y"),
        ["difference"] = One(s => s.SetProperty(p => p.Stock, p => p.Stock - Amount), p => p.Stock -= Amount),
        ["sum"] = One(s => s.SetProperty(p => p.Stock, p => Amount + p.Stock), p => p.Stock += Amount),
        ["sum of properties"] = One(s => s.SetProperty(p => p.Stock, p => p.Stock + p.Reserved), p => p.Stock += p.Reserved),
        ["decimal sum"] = One(s => s.SetProperty(p => p.Price, p => p.Price + 0.1m), p => p.Price += 0.1m),
        ["unsigned sum"] = One(s => s.SetProperty(p => p.Limit, p => p.Limit + 1), p => p.Limit++),
        ["double sum"] = One(s => s.SetProperty(p => p.Weight, p => p.Weight + 0.2), p => p.Weight += 0.2),
        ["nullable sum"] = Many(s => s.SetProperty(p => p.Rating, p => p.Rating + 1), p => p.Rating++),
        ["nullable sum with default"] = Many(s => s.SetProperty(p => p.Rating, p => (p.Rating ?? 0) + 1), p => p.Rating = (p.Rating ?? 0) + 1),
        ["short sum"] = Many(s => s.SetProperty(p => p.Shelf, p => (short)(p.Shelf + 2)), p => p.Shelf += 2),
        ["product"] = Many(s => s.SetProperty(p => p.Stock, p => p.Stock * 2), p => p.Stock *= 2),
        ["three terms"] = Many(s => s.SetProperty(p => p.Stock, p => p.Stock + p.Reserved - 1), p => p.Stock += p.Reserved - 1),
        ["copy of a number"] = Many(s => s.SetProperty(p => p.Stock, p => p.Reserved), p => p.Stock = p.Reserved),
        ["copy of a text"] = Many(s => s.SetProperty(p => p.Name, p => p.Note ?? "none"), p => p.Name = p.Note ?? "none"),
        ["copy of a nullable"] = Many(s => s.SetProperty(p => p.Note, p => p.Detail!.Text), p => p.Note = p.Detail?.Text),
        ["swap"] = Many(
            s => s.SetProperty(p => p.Stock, p => p.Reserved).SetProperty(p => p.Reserved, p => p.Stock), p => (p.Stock, p.Reserved) = (p.Reserved, p.Stock)),
        ["null"] = Many(s => s.SetProperty(p => p.Note, (string?)null), p => p.Note = null),
        ["null parameter"] = Many(s => s.SetProperty(p => p.Note, NoText), p => p.Note = null),
        ["nullable number to null"] = Many(s => s.SetProperty(p => p.Rating, p => null), p => p.Rating = null),
        ["concat"] = Many(s => s.SetProperty(p => p.Name, p => p.Name + "-" + p.Stock), p => p.Name = p.Name + "-" + p.Stock),
        ["upper"] = Many(s => s.SetProperty(p => p.Note, p => p.Note!.ToUpper()), p => p.Note = p.Note?.ToUpper()),
        ["conditional"] = Many(
            s => s.SetProperty(p => p.Grade, p => p.Stock > 30 ? Grade.High : Grade.Low), p => p.Grade = p.Stock > 30 ? Grade.High : Grade.Low),
        ["converted"] = Many(s => s.SetProperty(p => p.Grade, Grade.High), p => p.Grade = Grade.High),
        ["date"] = Many(s => s.SetProperty(p => p.SoldAt, WarehouseContext.Day), p => p.SoldAt = WarehouseContext.Day),
        ["date moved"] = Many(s => s.SetProperty(p => p.SoldAt, p => p.SoldAt!.Value.AddDays(1)), p => p.SoldAt = p.SoldAt?.AddDays(1)),
        ["list"] = Many(s => s.SetProperty(p => p.Tags, new List<string> { "a", "b" }), p => p.Tags = ["a", "b"]),
        ["list append"] = Many(s => s.SetProperty(p => p.Tags, p => p.Tags.Append("more").ToList()), p => p.Tags.Add("more")),
        ["list prepend"] = Many(s => s.SetProperty(p => p.Tags, p => p.Tags.Prepend("more").ToList()), p => p.Tags.Insert(0, "more")),
        ["list concat"] = Many(s => s.SetProperty(p => p.Tags, p => p.Tags.Concat(new[] { "c", "d" }).ToList()), p => p.Tags.AddRange(["c", "d"])),
        ["list filter"] = Many(s => s.SetProperty(p => p.Tags, p => p.Tags.Where(t => t != "all").ToList()), p => p.Tags.Remove("all")),
        ["set add"] = Many(s => s.SetProperty(p => p.Labels, p => p.Labels.Append("new").ToHashSet()), p => p.Labels.Add("new")),
        ["set union"] = Many(s => s.SetProperty(p => p.Bins, p => p.Bins.Union(new[] { 1, 99 }).ToHashSet()), p => p.Bins.UnionWith([1, 99])),
        ["set except"] = Many(s => s.SetProperty(p => p.Bins, p => p.Bins.Except(new[] { 1, 2, 3 }).ToHashSet()), p => p.Bins.ExceptWith([1, 2, 3])),
        ["set to empty"] = Many(s => s.SetProperty(p => p.Bins, new HashSet<int>()), p => p.Bins = []),
        ["in a complex value"] = Many(s => s.SetProperty(p => p.Size.Width, p => p.Size.Width + p.Size.Height), p => p.Size.Width += p.Size.Height),
        ["two levels down"] = Many(s => s.SetProperty(p => p.Size.Unit.Code, "mm"), p => p.Size.Unit.Code = "mm"),
        ["a complex value"] = Many(
            s => s.SetProperty(p => p.Size, new Size { Width = 1, Height = 2, Unit = new Unit { Code = "in" } }),
            p => p.Size = new Size { Width = 1, Height = 2, Unit = new Unit { Code = "in" } }),
        ["a complex value to null"] = Many(s => s.SetProperty(p => p.Origin, (Origin?)null), p => p.Origin = null),
        ["in an optional complex value"] = BulkWriteCase.Update(
            c => c.Products.AllowScan().Where(p => p.Origin != null), s => s.SetProperty(p => p.Origin!.Country, "zz"), p => p.Origin!.Country = "zz"),
        ["in an owned value"] = BulkWriteCase.Update(
            c => c.Products.AllowScan().Where(p => p.Detail != null),
            s => s.SetProperty(p => p.Detail!.Pages, p => p.Detail!.Pages + 1).SetProperty(p => p.Detail!.Proof!.Reader, p => p.Name),
            p => (p.Detail!.Pages, p.Detail.Proof!.Reader) = (p.Detail.Pages + 1, p.Name)),
        ["a text of another set"] = BulkWriteCase.Update(
            c => c.Products.AllowScan().Include(p => p.Maker), s => s.SetProperty(p => p.Note, p => p.Maker!.Name), p => p.Note = p.Maker!.Name),
        ["by several keys"] = BulkWriteCase.Update(
            c => c.Products.Where(p => new[] { 1, 3, 77 }.Contains(p.Id)), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["by an index whose key is set"] = BulkWriteCase.Update(
            c => c.Products.Where(p => p.Shelf == 1), s => s.SetProperty(p => p.Stock, p => p.Stock + 100), p => p.Stock += 100),
        ["by a condition of the service"] = BulkWriteCase.Update(
            c => c.Products.AllowScan().Where(p => p.Stock >= 30 && p.Note != null), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["by a condition of the client"] = BulkWriteCase.Update(
            c => c.Products.AllowScan().Where(p => p.Name.EndsWith("3") || p.Stock % 20 == 0), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["by a condition on another set"] = BulkWriteCase.Update(
            c => c.Products.AllowScan().Where(p => p.Maker!.Name == "Acme"), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["one that does not match"] = BulkWriteCase.Update(
            c => c.Products.Where(p => p.Id == 1 && p.Stock > 1000), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["one that matches on the client"] = BulkWriteCase.Update(
            c => c.Products.Where(p => p.Id == 1 && p.Name.EndsWith("1")), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["one that is missing"] = BulkWriteCase.Update(c => c.Products.Where(p => p.Id == 99), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["the first of an order"] = BulkWriteCase.Update(
            c => c.Products.AllowScan().OrderByDescending(p => p.Stock).Skip(1).Take(2), s => s.SetProperty(p => p.Name, "x"), p => p.Name = "x"),
        ["template"] = BulkWriteCase.Update(
            c => c.Jobs.Where(t => t.Tenant == "a" && t.Number == 1), s => s.SetProperty(t => t.Title, "x").SetProperty(t => t.Version, 2), t => t.Title = "x"),
        ["template of an index"] = BulkWriteCase.Update(
            c => c.Jobs.Where(t => t.Tenant == "a"), s => s.SetProperty(t => t.State, "new").SetProperty(t => t.Version, 2), t => t.State = "new"),
        ["template of an index to null"] = BulkWriteCase.Update(
            c => c.Jobs.Where(t => t.Tenant == "a" && t.Owner != null),
            s => s.SetProperty(t => t.Owner, t => null).SetProperty(t => t.Version, 2),
            t => t.Owner = null),
        ["template of an index, computed"] = BulkWriteCase.Update(
            c => c.Jobs.AllowScan(),
            s => s.SetProperty(t => t.Owner, t => t.Title + t.Number).SetProperty(t => t.State, t => t.State + "!").SetProperty(t => t.Version, 2),
            t => (t.Owner, t.State) = (t.Title + t.Number, t.State + "!")),
        ["by an index of templates"] = BulkWriteCase.Update(
            c => c.Jobs.Where(t => t.Tenant == "a" && t.State == "open"),
            s => s.SetProperty(t => t.State, "done").SetProperty(t => t.Version, 2),
            t => t.State = "done"),
        ["a hierarchy"] = BulkWriteCase.Update(
            c => c.Vehicles.Where(v => v.Fleet == "f"), s => s.SetProperty(v => v.Distance, v => v.Distance + 1), v => v.Distance++),
        ["a derived type"] = BulkWriteCase.Update(
            c => c.Vehicles.Where(v => v.Fleet == "f").OfType<Truck>(), s => s.SetProperty(v => v.Load, v => v.Load + v.Distance), v => v.Load += v.Distance),
        ["a derived type by its key"] = BulkWriteCase.Update(
            c => c.Set<Truck>().Where(v => v.Fleet == "f" && v.Number == 3), s => s.SetProperty(v => v.Load, 1), v => v.Load = 1),
        ["an index of a derived type"] = BulkWriteCase.Update(
            c => c.Vehicles.Where(v => v.Fleet == "f"), s => s.SetProperty(v => v.Depot, "moved"), v => v.Depot = "moved"),
        ["converted key"] = BulkWriteCase.Update(
            c => c.Crates.Where(x => x.Id == new CrateId(2)), s => s.SetProperty(x => x.Parent, new CrateId(9)), x => x.Parent = new CrateId(9)),
        ["query filter"] = BulkWriteCase.Update(
            c => c.Crates.AllowScan(), s => s.SetProperty(x => x.IsSealed, x => x.Id == new CrateId(2)), x => x.IsSealed = x.Id == new CrateId(2)),
        ["delete one"] = BulkWriteCase.Delete(c => c.Products.Where(p => p.Id == 2)),
        ["delete one that does not match"] = BulkWriteCase.Delete(c => c.Products.Where(p => p.Id == 2 && p.Grade == Grade.Low)),
        ["delete one that is missing"] = BulkWriteCase.Delete(c => c.Products.Where(p => p.Id == 99)),
        ["delete all"] = BulkWriteCase.Delete(c => c.Products.AllowScan()),
        ["delete by a condition of the client"] = BulkWriteCase.Delete(c => c.Products.AllowScan().Where(p => p.Name.EndsWith("3") || p.Stock % 20 == 0)),
        ["delete by a condition on another set"] = BulkWriteCase.Delete(
            c => c.Products.AllowScan().Where(p => p.Maker!.Name == "Acme" && p.Stock > p.Maker.Id * 20)),
        ["delete a partition's entities of a type"] = BulkWriteCase.Delete(c => c.Jobs.Where(t => t.Tenant == "a")),
        ["delete by a template's key"] = BulkWriteCase.Delete(c => c.Jobs.Where(t => t.Tenant == "a" && t.Number == 2 && t.State == "open")),
        ["delete a derived type"] = BulkWriteCase.Delete(c => c.Set<Bus>().AllowScan()),
        ["delete the first"] = BulkWriteCase.Delete(c => c.Vehicles.Where(v => v.Fleet == "f").OrderBy(v => v.Number).Take(2)),
        ["delete under a query filter"] = BulkWriteCase.Delete(c => c.Crates.AllowScan()),
    };

    private static BulkWriteCase One(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Product>> setters, Action<Product> change)
        => BulkWriteCase.Update(c => c.Products.Where(p => p.Id == 4), setters, change);

    private static BulkWriteCase Many(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Product>> setters, Action<Product> change)
        => BulkWriteCase.Update(c => c.Products.AllowScan(), setters, change);
}

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.Configuration.Attributes;
using Shop.Model;

namespace Shop.Import;

/// <summary>One line of the invoice file.</summary>
internal sealed record InvoiceLine(
    string InvoiceNo,
    [property: Format("M/d/yyyy H:mm")] DateTime InvoiceDate,
    string CustomerID,
    string Country,
    int Quantity,
    decimal UnitPrice)
{
    private const string Blank = "(blank)";

    /// <exception cref="FormatException">A line is not an invoice; the text names the line.</exception>
    public static List<InvoiceLine> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        try
        {
            var lines = csv.GetRecords<InvoiceLine>().ToList();
            return lines.Find(line => line.InvoiceNo.Length == 0) is null ? lines : throw new FormatException("An invoice without a number is in the file.");
        }
        catch (CsvHelperException exception)
        {
            throw new FormatException($"Line {csv.Parser.RawRow} of '{path}' is not an invoice: {exception.Message.Split('\n')[0].Trim()}", exception);
        }
    }

    public Order ToOrder()
    {
        var kind = Order.KindOf(InvoiceNo);
        return new Order
        {
            CustomerId = CustomerID == Blank ? Customer.WalkIn : CustomerID,
            PlacedAt = InvoiceDate,
            Number = InvoiceNo,
            Kind = kind,
            Status = kind switch { OrderKind.CreditNote => OrderStatus.Credited, OrderKind.Adjustment => OrderStatus.Adjusted, _ => OrderStatus.Shipped },
            Country = Country,
            Quantity = Quantity,
            UnitPrice = UnitPrice,
        };
    }
}

using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EFCore.Dynamo.Protocol;
using Microsoft.AspNetCore.Http;

namespace EFCore.Dynamo.Server.Authentication;

/// <summary>Verifies AWS Signature Version 4: scope, key, date and signature, with the service's errors.</summary>
/// <remarks>
///     See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API request</see>.
/// </remarks>
internal sealed class SignatureAuthentication(
    IReadOnlyDictionary<string, AccessKey> accessKeys, string region, TimeProvider timeProvider) : IRequestAuthentication
{
    private const string Service = "dynamodb";
    private const string Terminator = "aws4_request";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);

    public ProtocolException? Check(HttpRequest request, ReadOnlySequence<byte> body)
    {
        if (SignatureParameters.Check(request) is { } error)
        {
            return error;
        }

        var signature = SignatureParameters.Read(request);
        var scope = signature.Credential.Split('/');
        if (scope.Length != 5)
        {
            return ProtocolException.IncompleteSignature(
                $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{signature.Credential}'");
        }

        var sentDate = signature.Date ?? ToBasicFormat(request.Headers.Date.ToString());
        if (!DateTimeOffset.TryParseExact(sentDate, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return ProtocolException.IncompleteSignature(
                $"Date must be in ISO-8601 'basic format'. Got '{sentDate}'. See http://en.wikipedia.org/wiki/ISO_8601");
        }

        // The scope needs no key, and is looked at before it.
        if (CheckScope(scope, date, sentDate) is { } scopeError)
        {
            return scopeError;
        }

        if (!accessKeys.TryGetValue(scope[0], out var accessKey) || !HasToken(request, signature, accessKey))
        {
            return ProtocolException.UnrecognizedClient();
        }

        return CheckDate(signature, request, date) ?? CheckSignature(request, body, signature, scope, accessKey, sentDate);
    }

    private ProtocolException? CheckScope(string[] scope, DateTimeOffset date, string sentDate)
    {
        var message = new StringBuilder();
        var day = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (scope[1] != day)
        {
            _ = message.Append(
                CultureInfo.InvariantCulture,
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scope[1]}' != '{day}', from '{sentDate}'. ");
        }

        if (scope[2] != region)
        {
            _ = message.Append(CultureInfo.InvariantCulture, $"Credential should be scoped to a valid region, not '{scope[2]}'. ");
        }

        if (scope[3] != Service)
        {
            _ = message.Append(CultureInfo.InvariantCulture, $"Credential should be scoped to correct service: '{Service}'. ");
        }

        if (scope[4] != Terminator)
        {
            _ = message.Append(CultureInfo.InvariantCulture, $"Credential should be scoped with a valid terminator: '{Terminator}', not '{scope[4]}'. ");
        }

        return message.Length == 0 ? null : ProtocolException.InvalidSignature(message.ToString());
    }

    private ProtocolException? CheckDate(SignatureParameters signature, HttpRequest request, DateTimeOffset date)
    {
        var now = timeProvider.GetUtcNow();
        var expires = MaxSkew;
        if (signature.IsInQuery && int.TryParse(request.Query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            expires = TimeSpan.FromSeconds(seconds);
        }

        if (date < now - expires)
        {
            return ProtocolException.InvalidSignature(
                $"Signature expired: {Format(date)} is now earlier than {Format(now - expires)} ({Format(now)} - {(int)expires.TotalMinutes} min.)");
        }

        return date > now + MaxSkew
            ? ProtocolException.InvalidSignature(
                $"Signature not yet current: {Format(date)} is still later than {Format(now + MaxSkew)} ({Format(now)} + 5 min.)")
            : null;
    }

    private static ProtocolException? CheckSignature(
        HttpRequest request, ReadOnlySequence<byte> body, SignatureParameters signature, string[] scope, AccessKey accessKey, string sentDate)
    {
        if (!signature.SignedHeaders.Split(';').Contains("host", StringComparer.Ordinal))
        {
            return ProtocolException.InvalidSignature("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        var canonical = CanonicalRequest.Create(request, body, signature);
        var toSign = $"AWS4-HMAC-SHA256\n{sentDate}\n{scope[1]}/{scope[2]}/{scope[3]}/{scope[4]}\n{CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + accessKey.SecretAccessKey);
        for (var i = 1; i < scope.Length; i++)
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(scope[i]));
        }

        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(signature.Signature))
            ? null
            : ProtocolException.InvalidSignature(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
                    + "Consult the service documentation for details.");
    }

    private static bool HasToken(HttpRequest request, SignatureParameters signature, AccessKey accessKey)
    {
        if (accessKey.SessionToken is null)
        {
            return true;
        }

        var token = signature.IsInQuery ? request.Query["X-Amz-Security-Token"].ToString() : request.Headers["X-Amz-Security-Token"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(accessKey.SessionToken));
    }

    // The Date header has the form of HTTP.
    private static string ToBasicFormat(string httpDate)
        => DateTimeOffset.TryParseExact(httpDate, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Format(date) : httpDate;

    private static string Format(DateTimeOffset date) => date.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
}

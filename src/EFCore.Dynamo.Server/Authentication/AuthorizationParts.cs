namespace EFCore.Dynamo.Server.Authentication;

/// <summary>The parts of an Authorization header, in one pass; those that it lacks are empty, of those that it repeats the last counts.</summary>
internal readonly ref struct AuthorizationParts
{
    private const string CredentialPart = "Credential=";
    private const string SignedHeadersPart = "SignedHeaders=";
    private const string SignaturePart = "Signature=";

    /// <summary>Access key id and scope.</summary>
    public ReadOnlySpan<char> Credential { get; private init; }

    /// <summary>Names in lower case, separated by semicolons.</summary>
    public ReadOnlySpan<char> SignedHeaders { get; private init; }

    /// <summary>64 hexadecimal digits.</summary>
    public ReadOnlySpan<char> Signature { get; private init; }

    /// <summary>Reads a header.</summary>
    public static AuthorizationParts Read(ReadOnlySpan<char> authorization)
    {
        ReadOnlySpan<char> credential = default, signedHeaders = default, signature = default;
        foreach (var range in authorization.SplitAny(',', ' '))
        {
            var part = authorization[range];
            if (part.StartsWith(CredentialPart, StringComparison.Ordinal))
            {
                credential = part[CredentialPart.Length..];
            }
            else if (part.StartsWith(SignedHeadersPart, StringComparison.Ordinal))
            {
                signedHeaders = part[SignedHeadersPart.Length..];
            }
            else if (part.StartsWith(SignaturePart, StringComparison.Ordinal))
            {
                signature = part[SignaturePart.Length..];
            }
        }

        return new AuthorizationParts { Credential = credential, SignedHeaders = signedHeaders, Signature = signature };
    }
}

import { X509Certificate } from "node:crypto";

/** What tells a certificate from another. */
export interface CertificateFacts {
  /** `CN=palette.example.com, O=Example`. */
  subject: string;
  issuer: string;
  /** The last day on which it holds, in UTC: `2027-11-23`. */
  expires: string;
  /** SHA-256 of the certificate, the first 16 digits. */
  fingerprint: string;
}

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
/** How a PEM certificate begins in base64, as a `caBundle` holds it. */
const PEM_IN_BASE64 = "LS0tLS1CRUdJTiBDRVJU";

/** The certificates of a text that holds nothing else, as PEM or as base64 of it; undefined of any other text. */
export function certificatesOf(text: string): CertificateFacts[] | undefined {
  const pem = text.trimStart().startsWith(PEM_IN_BASE64) ? Buffer.from(text, "base64").toString("latin1") : text;
  const found = pem.match(PEM);
  if (found === null || pem.replace(PEM, "").trim() !== "") return undefined;
  try {
    return found.map(factsOf);
  } catch {
    return undefined;
  }
}

function factsOf(pem: string): CertificateFacts {
  const certificate = new X509Certificate(pem);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    expires: new Date(certificate.validTo).toISOString().slice(0, 10),
    fingerprint: certificate.fingerprint256.replaceAll(":", "").slice(0, 16).toLowerCase(),
  };
}

/** Node writes a part a line, and leaves an empty name out. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}

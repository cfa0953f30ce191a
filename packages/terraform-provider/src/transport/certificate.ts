import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { der } from "./der";

export interface Certificate {
  /** As it goes into the handshake. */
  der: Buffer;
  certificatePem: string;
  privateKeyPem: string;
}

const DAY = 24 * 60 * 60 * 1000;
const ECDSA_WITH_SHA256 = der.sequence(der.oid("1.2.840.10045.4.3.2"));

/**
 * A key and its self-signed certificate for `localhost`, for this process alone: Terraform pins it from the handshake.
 * It is its own authority, since Terraform's TLS verifies it as one.
 */
export function createCertificate(now = new Date()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = der.sequence(
    der.set(der.sequence(der.oid("2.5.4.10"), der.utf8("palette-profiles"))),
    der.set(der.sequence(der.oid("2.5.4.3"), der.utf8("localhost"))),
  );
  const toBeSigned = der.sequence(
    der.explicit(0, der.integer(Buffer.of(2))), // version 3
    der.integer(serialNumber()),
    ECDSA_WITH_SHA256,
    name,
    der.sequence(der.time(new Date(now.getTime() - DAY)), der.time(new Date(now.getTime() + 30 * DAY))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der.explicit(3, der.sequence(...extensions())),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  const certificate = der.sequence(toBeSigned, ECDSA_WITH_SHA256, der.bitString(signature));
  return {
    der: certificate,
    certificatePem: pem(certificate),
    privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function extensions(): Buffer[] {
  const extension = (oid: string, value: Buffer, critical = false): Buffer =>
    der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value));
  const serverAuth = der.oid("1.3.6.1.5.5.7.3.1");
  const clientAuth = der.oid("1.3.6.1.5.5.7.3.2");
  return [
    extension("2.5.29.19", der.sequence(der.boolean(true)), true), // basic constraints: an authority
    extension("2.5.29.15", der.bitString(Buffer.of(0b1000_0100), 2), true), // key usage: sign data, sign certificates
    extension("2.5.29.37", der.sequence(serverAuth, clientAuth)),
    extension("2.5.29.17", der.sequence(der.implicitText(2, "localhost"))), // alternative name: a DNS name
  ];
}

/** 16 random bytes: a positive number, without zeros in front that DER forbids. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes;
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

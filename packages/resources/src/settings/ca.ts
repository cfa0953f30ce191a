import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { DiagnosticError } from "@palette-profiles/resource-kit";

/**
 * The certificates in a file.
 * @throws {DiagnosticError} `InvalidSetting`, with the file's name and what is wrong with it.
 */
export function certificatesIn(file: string): string {
  const text = read(file);
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) {
    throw wrong(file, "holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----");
  }
  for (const [index, certificate] of found.entries()) {
    try {
      new X509Certificate(certificate);
    } catch {
      throw wrong(file, `holds a certificate that cannot be read, number ${index + 1} of ${found.length}`);
    }
  }
  return found.join("\n");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw wrong(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? "no reason told"})`);
  }
}

function wrong(file: string, why: string): DiagnosticError {
  return new DiagnosticError({
    code: "InvalidSetting",
    path: ["caFile"],
    summary: "The CA's certificate cannot be used",
    detail: `The file "${file}" of ca_file (or SPECTROCLOUD_CA_FILE) ${why}. Give the file with the CA's certificate in PEM; a relative name starts from the working directory.`,
  });
}

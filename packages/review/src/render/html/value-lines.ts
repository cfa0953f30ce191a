import { type CertificateFacts, certificatesOf } from "@palette-profiles/profiles";
import type { ReviewValue } from "../../model";
import { printable } from "../printable";
import { renderValue, type ValueStyle } from "../value";

/** What fits beside another value. */
const SHORT = 72;

/** A value in full: on one line where it is short, else a text line by line, and lists and maps as an outline, like YAML. */
export function valueLines(value: ReviewValue | undefined, style: ValueStyle): string[] {
  if (typeof value === "string") {
    const certificates = value.length > SHORT ? certificatesOf(value) : undefined;
    if (certificates !== undefined) return certificates.flatMap(certificateLines);
    return value.includes("\n") ? textLines(value) : [inFull(value, style)];
  }
  if (!isNested(value)) return [inFull(value, style)];
  const line = inFull(value, style);
  if (line.length <= SHORT && !/\\n/.test(line)) return [line];
  if (Array.isArray(value)) return value.flatMap((item) => entryLines("-", item));
  return Object.entries(value).flatMap(([key, inner]) => entryLines(`${printable(key)}:`, inner));
}

/** `-` is as long as its indentation, so that what lies in a list's entry stands beside the mark. */
function entryLines(mark: string, value: ReviewValue): string[] {
  if (typeof value === "string" && value.includes("\n")) return [`${mark} |`, ...indented(textLines(value))];
  const lines = valueLines(value, "leaf");
  if (lines.length === 1) return [`${mark} ${lines[0]}`];
  const [first, ...rest] = indented(lines);
  return mark === "-" ? [`- ${first!.trimStart()}`, ...rest] : [mark, first!, ...rest];
}

/** What a certificate says: nobody reads its base64. */
function certificateLines({ subject, issuer, expires, fingerprint }: CertificateFacts): string[] {
  const facts = [`certificate ${subject}`, `issued by ${issuer}`, `expires ${expires}`, `fingerprint ${fingerprint}`];
  return facts.map(printable);
}

function indented(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function textLines(text: string): string[] {
  return text.replace(/\n$/, "").split("\n").map(printable);
}

function inFull(value: ReviewValue | undefined, style: ValueStyle): string {
  if (isMasked(value)) return value.hash === undefined ? "(masked)" : `(masked ${value.hash})`;
  return renderValue(value, style, Number.POSITIVE_INFINITY);
}

function isMasked(value: ReviewValue | undefined): value is { masked: true; hash?: string } {
  return typeof value === "object" && value !== null && "masked" in value && value.masked === true;
}

/** A list or a map, and nothing that stands for a value. */
function isNested(value: ReviewValue | undefined): value is ReviewValue[] | { [key: string]: ReviewValue } {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  const keys = Object.keys(value);
  const stands = isMasked(value) || ("unknown" in value && value.unknown === true);
  return !stands && keys.length > 0 && !(keys.length === 1 && (keys[0] === "yaml" || keys[0] === "lines"));
}

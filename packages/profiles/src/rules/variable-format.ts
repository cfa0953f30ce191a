import { isIPv4, isIPv6 } from "node:net";
import { isProfileVersion } from "../version";

/** The formats of a profile variable. Source: `v1VariableFormat` of Palette's API. */
export const VARIABLE_FORMATS = [
  "string",
  "number",
  "boolean",
  "ipv4",
  "ipv4cidr",
  "ipv6",
  "version",
  "base64",
] as const;

export type VariableFormat = (typeof VARIABLE_FORMATS)[number];

/** `doubtful` is what the docs do not name but a lenient reader takes: no reason to refuse a profile. */
export type Fit = "fits" | "doubtful" | "wrong";

/** Whether a value has a format, and how to write one that does. */
export function fitOf(format: VariableFormat, value: string): Fit {
  return FORMATS[format].fit(value);
}

/** The format for people, with an example: `a number, such as 3 or 0.5`. */
export function formatHint(format: VariableFormat): string {
  return FORMATS[format].hint;
}

export function isVariableFormat(word: string): word is VariableFormat {
  return (VARIABLE_FORMATS as readonly string[]).includes(word);
}

const FORMATS: Record<VariableFormat, { hint: string; fit: (value: string) => Fit }> = {
  string: { hint: "any text", fit: () => "fits" },
  number: {
    hint: "a number, such as 3 or 0.5",
    fit: (value) => {
      if (/^-?\d+(\.\d+)?$/.test(value)) return "fits";
      return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(value) ? "doubtful" : "wrong";
    },
  },
  // The docs are explicit: no 1 and 0, no other spelling.
  boolean: { hint: "true or false", fit: (value) => yesOrNo(value === "true" || value === "false") },
  ipv4: { hint: "an IPv4 address, such as 10.0.0.1", fit: (value) => yesOrNo(isIPv4(value)) },
  ipv4cidr: { hint: "an IPv4 range, such as 10.0.0.0/16", fit: (value) => yesOrNo(isCidr(value)) },
  ipv6: { hint: "an IPv6 address, such as fd00::1", fit: (value) => yesOrNo(isIPv6(value)) },
  version: { hint: "a semantic version, such as 1.2.3", fit: (value) => yesOrNo(isProfileVersion(value)) },
  base64: {
    hint: "Base64 with its padding, such as cGFsZXR0ZQ==",
    fit: (value) => {
      const text = value.replace(/[\r\n]/g, "");
      if (text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)) return "fits";
      return /^[A-Za-z0-9+/_-]*={0,2}$/.test(text.replace(/\s/g, "")) ? "doubtful" : "wrong";
    },
  },
};

function yesOrNo(fits: boolean): Fit {
  return fits ? "fits" : "wrong";
}

function isCidr(value: string): boolean {
  const [address = "", bits = "", ...more] = value.split("/");
  return more.length === 0 && isIPv4(address) && /^\d{1,2}$/.test(bits) && Number(bits) <= 32;
}

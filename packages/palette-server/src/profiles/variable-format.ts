import { isIPv4, isIPv6 } from "node:net";
import type { V1VariableFormat } from "@palette-profiles/palette-api";

const CHECKS: Record<V1VariableFormat, (text: string) => boolean> = {
  string: () => true,
  number: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text),
  // 1 and 0 are no booleans in Palette.
  boolean: (text) => text === "true" || text === "false",
  version: (text) => /^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(text),
  ipv4: (text) => isIPv4(text),
  ipv4cidr: (text) => {
    const [address = "", bits = "", ...rest] = text.split("/");
    return rest.length === 0 && isIPv4(address) && /^\d{1,2}$/.test(bits) && Number(bits) <= 32;
  },
  ipv6: (text) => isIPv6(text),
  base64: (text) => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text),
};

/** True when the text is of the format; a text that is itself a macro is only known later. */
export function matchesFormat(format: V1VariableFormat, text: string): boolean {
  return text.includes("{{") || CHECKS[format](text);
}

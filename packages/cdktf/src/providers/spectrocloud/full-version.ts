import { Token } from "cdktf";

/**
 * What Palette makes of a version such as `1.2` or `v1.2.0`, which the official provider then compares letter by letter:
 * `1.2.0`. Undefined for a version that Palette takes as it is, and for a token.
 */
export function fullVersion(version: string | undefined): string | undefined {
  if (version === undefined || Token.isUnresolved(version) || !/^(?:\d+(?:\.\d+)?|v\d.*)$/.test(version))
    return undefined;
  const [core = "", ...rest] = version.replace(/^v/, "").split(/(?=[-+])/);
  return [...core.split("."), "0", "0"].slice(0, 3).join(".") + rest.join("");
}

import { invalid } from "../errors";
import type { PaletteVersion } from "../options";

const DEFAULT_VERSION = "1.0.0";
const SHORT =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?((?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)$/;

/**
 * A profile's version as Palette keeps it. Up to 4.9 that is the text as it is sent. 4.10 takes semantic versions with
 * short and `v` forms, keeps `1.2` as `1.2.0` and `v1.2.3` as `1.2.3`, and refuses `2.2.2.develop`, `b0.0.1`, `V1.2.3`
 * (official provider, PR 969).
 */
export function storedVersion(palette: PaletteVersion, given: string | undefined): string {
  const version = given?.trim() || DEFAULT_VERSION;
  if (palette !== "4.10") return version;
  const match = SHORT.exec(version);
  if (!match) {
    throw invalid("InvalidProfileVersion", `The version "${version}" is not a semantic version such as 1.2.3`);
  }
  const [, major, minor = "0", patch = "0", rest = ""] = match;
  return `${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`;
}

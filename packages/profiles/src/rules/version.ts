import { knownText } from "../model/unknown";
import { isProfileVersion } from "../version";
import { error, type Problem } from "./problem";

/** V3: a version is semantic. */
export function checkVersion(value: unknown): Problem[] {
  const version = knownText(value);
  if (version === undefined || isProfileVersion(version)) return [];
  const message = `the version "${version}" is not a semantic version; write it as major.minor.patch, ${versionHint(version)}`;
  return [error("InvalidVersion", ["version"], message)];
}

/** The version that was probably meant, or an example. */
function versionHint(version: string): string {
  const numbers = /^\D?(\d+)(?:\.(\d+))?(?:\.(\d+))?[.-]?([0-9A-Za-z.-]*)$/.exec(version.trim());
  if (!numbers) return "such as 1.0.0 or 1.0.0-rc.1";
  const [, major, minor = "0", patch = "0", rest] = numbers;
  const meant = `${Number(major)}.${Number(minor)}.${Number(patch)}${rest ? `-${rest}` : ""}`;
  return isProfileVersion(meant) ? `such as ${meant}` : "such as 1.0.0 or 1.0.0-rc.1";
}

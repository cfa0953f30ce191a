import { isProfileVersion, sameVersion } from "../version";
import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";

/** Options of {@link requireVersion}. */
export interface RequiredVersion {
  /** Whether `1.0.0-rc.1` will do. Default `true`. */
  preReleases: boolean;
}

/**
 * A profile has a version that means something: a semantic one, not `0.0.0`. Policies see the default `1.0.0` in place of
 * a version that the program does not give; unit tests see that there is none.
 */
export function requireVersion({ version }: ProfileProperties, options: RequiredVersion): Finding[] {
  const told = (message: string, fix: string): Finding[] => [
    { code: "palette-version", path: "version", message, fix },
  ];
  if (version === undefined) return told("The profile has no version.", 'Give it one, such as "1.0.0".');
  if (typeof version !== "string") return [];
  if (!isProfileVersion(version)) return told(`"${version}" is no semantic version.`, "Write major.minor.patch.");
  if (sameVersion(version, "0.0.0"))
    return told(`The version "${version}" tells nothing.`, 'Start at "0.1.0" or "1.0.0".');
  if (options.preReleases || !version.split("+", 1)[0]!.includes("-")) return [];
  return told(`The version "${version}" is a pre-release.`, "Release it first, or allow preReleases for this stack.");
}

import { PROFILE_CONTEXTS, PROFILE_TYPES, type ProfileModel } from "../model/profile";
import { type DeepFields, knownText } from "../model/unknown";
import { nearest } from "../nearest";
import { isProfileVersion } from "../version";
import { error, type Problem, type ProblemCode } from "./problem";

/** The version is semantic; type and context are words that Palette knows. */
export function checkHeader(profile: DeepFields<ProfileModel>): Problem[] {
  const problems: Problem[] = [];
  const version = knownText(profile.version);
  if (version !== undefined && !isProfileVersion(version)) {
    const message = `the version "${version}" is not a semantic version; write it as major.minor.patch, ${versionHint(version)}`;
    problems.push(error("InvalidVersion", ["version"], message));
  }
  problems.push(...checkWord("UnknownType", "type", profile.type, PROFILE_TYPES));
  problems.push(...checkWord("UnknownContext", "context", profile.context, PROFILE_CONTEXTS));
  return problems;
}

function checkWord(code: ProblemCode, field: string, value: unknown, allowed: readonly string[]): Problem[] {
  const word = knownText(value);
  if (word === undefined || allowed.includes(word)) return [];
  const [near] = nearest(word, allowed, 1);
  const hint = near ? `; did you mean "${near}"?` : "";
  return [error(code, [field], `the ${field} "${word}" is unknown; use one of ${allowed.join(", ")}${hint}`)];
}

/** The version that was probably meant, or an example. */
function versionHint(version: string): string {
  const numbers = /^\D?(\d+)(?:\.(\d+))?(?:\.(\d+))?[.-]?([0-9A-Za-z.-]*)$/.exec(version.trim());
  if (!numbers) return "such as 1.0.0 or 1.0.0-rc.1";
  const [, major, minor = "0", patch = "0", rest] = numbers;
  const meant = `${Number(major)}.${Number(minor)}.${Number(patch)}${rest ? `-${rest}` : ""}`;
  return isProfileVersion(meant) ? `such as ${meant}` : "such as 1.0.0 or 1.0.0-rc.1";
}

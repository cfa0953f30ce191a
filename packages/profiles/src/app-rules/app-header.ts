import { APP_PROFILE_CONTEXTS, type AppProfileModel } from "../model/app-profile";
import type { DeepFields } from "../model/unknown";
import { error, type Problem } from "../rules/problem";
import { checkVersion } from "../rules/version";
import { checkWord } from "../rules/words";

/** V1, V3: the profile has a name, a semantic version, a scope that Palette knows, and a tier at least. */
export function checkAppHeader(profile: DeepFields<AppProfileModel>): Problem[] {
  const problems: Problem[] = [];
  if (typeof profile.name === "string" && profile.name.trim() === "") {
    problems.push(error("EmptyName", ["name"], "the profile has an empty name; give it one"));
  }
  problems.push(...checkVersion(profile.version));
  // The system scope is known, and refused with its reason where a program names it: see config-rules/scope.ts.
  const context = profile.context === "system" ? undefined : profile.context;
  problems.push(...checkWord("UnknownContext", "context", context, APP_PROFILE_CONTEXTS));
  if (Array.isArray(profile.tiers) && profile.tiers.length === 0) {
    const message = "the profile has no tiers; give it one at least: a service, a container, a Helm chart or manifests";
    problems.push(error("NoTiers", ["tiers"], message));
  }
  return problems;
}

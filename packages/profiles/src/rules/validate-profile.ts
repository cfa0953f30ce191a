import type { ProfileModel } from "../model/profile";
import type { DeepFields, DeepMaybeUnknown } from "../model/unknown";
import { checkDuplicates } from "./duplicates";
import { checkHeader } from "./header";
import { checkNames } from "./names";
import { checkPackSettings } from "./pack-settings";
import type { Problem } from "./problem";
import { checkReferences } from "./references";
import { checkVariables } from "./variables";
import { checkYamlTexts } from "./yaml-texts";

const RULES = [
  checkNames,
  checkHeader,
  checkDuplicates,
  checkVariables,
  checkYamlTexts,
  checkPackSettings,
  checkReferences,
];

/**
 * What is wrong with a profile as far as can be told without a backend: V1, V3, V4, V8 to V16 and V18 of Palette's rules, and
 * YAML that does not parse. What is unknown, missing or null is never a problem.
 */
export function validateProfile(profile: DeepMaybeUnknown<ProfileModel>): Problem[] {
  if (profile === null || typeof profile !== "object") return [];
  return RULES.flatMap((rule) => rule(profile as DeepFields<ProfileModel>));
}

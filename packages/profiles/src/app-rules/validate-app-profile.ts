import type { AppProfileModel } from "../model/app-profile";
import type { DeepFields, DeepMaybeUnknown } from "../model/unknown";
import type { Problem } from "../rules/problem";
import { checkAppHeader } from "./app-header";
import { checkContainers } from "./containers";
import { checkInstallOrder } from "./install-order";
import { checkNamespaces } from "./namespaces";
import { checkProperties } from "./properties";
import { checkSecrets } from "./secrets";
import { checkTierContents } from "./tier-contents";
import { checkTierNames } from "./tier-names";
import { checkTierReferences } from "./tier-references";
import { checkTierTexts } from "./tier-texts";

const RULES = [
  checkAppHeader,
  checkTierNames,
  checkTierContents,
  checkProperties,
  checkSecrets,
  checkTierTexts,
  checkContainers,
  checkNamespaces,
  checkInstallOrder,
  checkTierReferences,
];

/**
 * What is wrong with an app profile as far as can be told without a backend: V1, V3, V10, V16 and V29 to V31 of Palette's
 * rules, YAML that does not parse, and what services do not take. What is unknown, missing or null is never a problem.
 */
export function validateAppProfile(profile: DeepMaybeUnknown<AppProfileModel>): Problem[] {
  if (profile === null || typeof profile !== "object") return [];
  return RULES.flatMap((rule) => rule(profile as DeepFields<AppProfileModel>));
}

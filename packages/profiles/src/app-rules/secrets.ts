import type { AppProfileModel } from "../model/app-profile";
import type { DeepFields } from "../model/unknown";
import { type Problem, warning } from "../rules/problem";
import { knownTiers } from "./known-tiers";
import { propertiesOf, serviceOfTier } from "./properties";

/** What a known service keeps secret stands among the sensitive properties, unless the engine hides all of them. */
export function checkSecrets(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownTiers(profile).flatMap(({ tier, index, label }) => {
    const service = serviceOfTier(tier);
    const hidden = Array.isArray(tier.sensitive) && (tier.sensitive as unknown[]).includes("properties");
    if (!service || hidden) return [];
    const secrets = Object.values(service.properties).filter(({ sensitive }) => sensitive);
    return propertiesOf(tier, "properties").flatMap(([name, value]) => {
      const isSecret = secrets.some(({ property }) => property === name) || /password$/i.test(name);
      if (!isSecret || value === null || value === undefined || value === "") return [];
      const message = `the property "${name}" of tier "${label}" is a secret, but stands in properties, where plans and logs show it; move it to sensitiveProperties (sensitive_properties in HCL)`;
      return [warning("ReadableSecret", ["tiers", index, "properties", name], message)];
    });
  });
}

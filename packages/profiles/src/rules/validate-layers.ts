import type { ProfileModel } from "../model/profile";
import type { DeepMaybeUnknown } from "../model/unknown";
import type { Problem, ProblemCode } from "./problem";
import { validateProfile } from "./validate-profile";

/** The rules that hold for a few layers of a profile, whatever its others are. */
const RULES: ReadonlySet<ProblemCode> = new Set([
  "EmptyName",
  "InvalidYaml",
  "DuplicateLayer",
  "DuplicateManifest",
  "InvalidInstallPriority",
  "InvalidNamespace",
]);

/** Checks some layers of a profile that is there, such as those that a program changes of a system profile. */
export function validateLayers(profile: DeepMaybeUnknown<Pick<ProfileModel, "name" | "packs">>): Problem[] {
  const whole = { ...(profile as object), variables: [] } as unknown as DeepMaybeUnknown<ProfileModel>;
  return validateProfile(whole).filter(({ code }) => RULES.has(code));
}

import type { ProfileModel } from "../model/profile";
import type { DeepFields } from "../model/unknown";
import type { Problem } from "./problem";
import { profileTexts } from "./texts";
import { yamlProblems } from "./yaml-problems";

/** Values, overrides and manifests are YAML. */
export function checkYamlTexts(profile: DeepFields<ProfileModel>): Problem[] {
  return profileTexts(profile).flatMap(yamlProblems);
}

import { exportedProfile, jsonOrYaml, type ProfileModel } from "@palette-profiles/profiles";
import type { Reach } from "../model";
import { checkNesting } from "./nesting";

/** A profile on its own: from a file, or as Palette has it. */
export interface LoneProfile {
  profile: ProfileModel;
  /** Who uses it, where Palette says so. */
  reach?: Reach;
}

/**
 * Reads a profile that Palette exported, as JSON or YAML.
 * @throws Error with the place in the text and what to do; it shows no secret
 */
export function readExportedProfile(text: string): LoneProfile {
  const found = jsonOrYaml(text.replace(/^\uFEFF/, ""));
  if (!("value" in found)) throw new Error(`this is ${found.what}${found.where}`);
  checkNesting(found.value);
  return { profile: exportedProfile(found.value) };
}

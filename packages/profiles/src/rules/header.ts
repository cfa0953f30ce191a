import { PROFILE_CONTEXTS, PROFILE_TYPES, type ProfileModel } from "../model/profile";
import type { DeepFields } from "../model/unknown";
import type { Problem } from "./problem";
import { checkVersion } from "./version";
import { checkWord } from "./words";

/** The version is semantic; type and context are words that Palette knows. */
export function checkHeader(profile: DeepFields<ProfileModel>): Problem[] {
  return [
    ...checkVersion(profile.version),
    ...checkWord("UnknownType", "type", profile.type, PROFILE_TYPES),
    ...checkWord("UnknownContext", "context", profile.context, PROFILE_CONTEXTS),
  ];
}

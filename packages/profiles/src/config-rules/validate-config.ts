import type { AppProfileModel } from "../model/app-profile";
import type { ProfileModel } from "../model/profile";
import type { DeepFields, DeepMaybeUnknown } from "../model/unknown";
import type { Problem } from "../rules/problem";
import { checkLayerChanges, checkLayers } from "./layers";
import { checkScope } from "./scope";
import { checkTags } from "./tags";
import { checkTiers } from "./tiers";
import { checkTimeouts } from "./timeouts";
import { checkVersionSettings, type VersionSettings } from "./version-settings";
import { checkWriteOnly } from "./write-only";

/** What a program says of a profile, and Palette never learns. */
export interface ProfileSettings extends VersionSettings {
  timeouts?: unknown;
}

/** A profile as a program describes it: what a plan works out may be missing. */
type Config<T> = DeepMaybeUnknown<T & ProfileSettings>;

/**
 * What is wrong with how a program describes a cluster profile, told without a backend and beyond what `validateProfile`
 * tells of any profile. What is unknown is never a problem.
 */
export function validateProfileConfig(config: Config<ProfileModel>): Problem[] {
  if (!isKnown(config)) return [];
  return [
    ...checkWriteOnly(config as DeepFields<ProfileModel>),
    ...checkScope("cluster profile", config),
    ...checkLayers(config as DeepFields<ProfileModel>),
    ...checkTags(config.tags),
    ...checkVersionSettings(config),
    ...checkTimeouts(config.timeouts),
  ];
}

/** The same of an app profile, beyond `validateAppProfile`. */
export function validateAppProfileConfig(config: Config<AppProfileModel>): Problem[] {
  if (!isKnown(config)) return [];
  return [
    ...checkScope("app profile", config),
    ...checkTiers(config as DeepFields<AppProfileModel>),
    ...checkTags(config.tags),
    ...checkVersionSettings(config),
    ...checkTimeouts(config.timeouts),
  ];
}

/** The same of the layers that a program changes of a system profile, beyond `validateLayers`. */
export function validateLayersConfig(config: Config<Pick<ProfileModel, "packs">>): Problem[] {
  if (!isKnown(config)) return [];
  return [...checkLayerChanges(config as DeepFields<ProfileModel>), ...checkTimeouts(config.timeouts)];
}

function isKnown(config: unknown): config is Record<string, unknown> {
  return typeof config === "object" && config !== null;
}

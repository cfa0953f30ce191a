import { type ClearSecrets, forbidClearSecrets } from "./clear-secrets";
import { requireDescription } from "./description";
import type { Facts, ProfileKind, ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { pinImages } from "./image-tags";
import { pinTags } from "./pinned-tags";
import { forbidPrivileged, type PrivilegedManifests } from "./privileged";
import { keepProfile, type ProtectedProfiles, protectProfiles } from "./protected-profiles";
import { type AllowedRegistries, allowRegistries } from "./registries";
import { addTags, type RequiredTags, requireTags } from "./required-tags";
import { type AllowedScope, limitScope } from "./scope";
import { findSingleReplicas } from "./single-replicas";
import { guardSystemProfile, type SystemProfileGuard } from "./system-profile";
import { type RequiredVersion, requireVersion } from "./version";

/** What happens on a finding: a warning, a failed update, a repair where the rule has one, nothing. */
export type Level = "advisory" | "mandatory" | "remediate" | "disabled";

/** An option as JSON schema tells it. */
export interface OptionSchema {
  type: "array" | "boolean" | "object";
  items?: { type: "string" };
  additionalProperties?: { type: "string" };
  description: string;
}

/** A rule: the function, and how it is shown and set. */
export interface Rule<Options extends object> {
  /** What holds where the rule is kept. */
  description: string;
  /** Unless it is set otherwise. */
  level: Exclude<Level, "disabled">;
  kinds: readonly ProfileKind[];
  options: Options;
  schema: { readonly [name in keyof Required<Options>]: OptionSchema };
  check(properties: ProfileProperties, options: Options, facts: Facts): Finding[];
  /** The properties repaired, where lists only get longer; undefined where nothing has to be or can be repaired. */
  remedy?(properties: ProfileProperties, options: Options, facts: Facts): ProfileProperties | undefined;
}

const versioned = ["ClusterProfile", "AppProfile"] as const;
const all = [...versioned, "SystemProfile"] as const;
const names = (description: string): OptionSchema => ({ type: "array", items: { type: "string" }, description });
const rule = <Options extends object>(it: Rule<Options>): Rule<Options> => it;

/** All rules, by code. */
export const rules = {
  "palette-description": rule({
    description: "A profile says what it is for.",
    level: "advisory",
    kinds: versioned,
    options: {},
    schema: {},
    check: requireDescription,
  }),
  "palette-required-tags": rule<RequiredTags>({
    description: "A profile has the tags by which people find it and know whose it is.",
    level: "mandatory",
    kinds: versioned,
    options: { required: [], defaults: {} },
    schema: {
      required: names("Keys that tags must have."),
      defaults: {
        type: "object",
        additionalProperties: { type: "string" },
        description: "Values that remediation gives to missing keys.",
      },
    },
    check: requireTags,
    remedy: addTags,
  }),
  "palette-version": rule<RequiredVersion>({
    description: "A profile has a version that means something.",
    level: "mandatory",
    kinds: versioned,
    options: { preReleases: true },
    schema: { preReleases: { type: "boolean", description: "Whether pre-releases will do." } },
    check: requireVersion,
  }),
  "palette-pinned-tags": rule({
    description: "Packs and charts have exact versions.",
    level: "mandatory",
    kinds: all,
    options: {},
    schema: {},
    check: pinTags,
  }),
  "palette-image-tags": rule({
    description: "Container images have exact versions.",
    level: "advisory",
    kinds: all,
    options: {},
    schema: {},
    check: pinImages,
  }),
  "palette-clear-secrets": rule<ClearSecrets>({
    description: "No secret stands in clear in a profile.",
    level: "mandatory",
    kinds: all,
    options: { ignore: [] },
    schema: { ignore: names("Places within texts that hold no secret, as findings name them.") },
    check: forbidClearSecrets,
  }),
  "palette-registries": rule<AllowedRegistries>({
    description: "Packs and charts come from the registries that were agreed on.",
    level: "mandatory",
    kinds: versioned,
    options: {},
    schema: { allowed: names("Registries that are allowed, by name or uid. Without it all are.") },
    check: allowRegistries,
  }),
  "palette-scope": rule<AllowedScope>({
    description: "A profile is in the project that it is for.",
    level: "advisory",
    kinds: versioned,
    options: { tenantProfiles: [] },
    schema: {
      tenantProfiles: names("Profiles that may be the whole tenant's, by name."),
      projects: names("Projects that profiles may be in. Without it all are."),
    },
    check: limitScope,
  }),
  "palette-system-profile": rule<SystemProfileGuard>({
    description: "The profile of the cluster that hosts Palette is changed with a way back, and from few stacks.",
    level: "mandatory",
    kinds: ["SystemProfile"],
    options: {},
    schema: { stacks: names("Stacks that may hold a system profile. Without it all may.") },
    check: guardSystemProfile,
  }),
  "palette-protected": rule<ProtectedProfiles>({
    description: "An infrastructure or full profile in production is not destroyed by mistake.",
    level: "advisory",
    kinds: ["ClusterProfile"],
    options: { stacks: ["production", "prod"] },
    schema: { stacks: names("Stacks whose profiles must stay.") },
    check: protectProfiles,
    remedy: keepProfile,
  }),
  "palette-privileged": rule<PrivilegedManifests>({
    description: "No manifest gets out of its container.",
    level: "mandatory",
    kinds: all,
    options: { allow: [] },
    schema: { allow: names("Layers or manifests that may, by name.") },
    check: forbidPrivileged,
  }),
  "palette-single-replicas": rule({
    description: "What runs has more than one replica.",
    level: "advisory",
    kinds: versioned,
    options: {},
    schema: {},
    check: findSingleReplicas,
  }),
};

/** A rule's name: as a finding's code and as a policy of Pulumi. */
export type RuleCode = keyof typeof rules;

/** The options of a rule. */
export type OptionsOf<Code extends RuleCode> = (typeof rules)[Code]["options"];

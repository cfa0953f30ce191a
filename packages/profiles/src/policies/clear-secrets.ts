import { isSecretName, isSecretPath, mayHoldSecret } from "../secret-names";
import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { layersOf } from "./layers";
import { type Leaf, leavesOf } from "./leaves";
import { textsOf } from "./texts";
import { variablesOf } from "./variables";

/** Options of {@link forbidClearSecrets}. */
export interface ClearSecrets {
  /** Places within texts that hold no secret, as findings name them: `charts.web.auth.token`. Default: none. */
  ignore: readonly string[];
}

/** Keys that name a secret, or whose it is, rather than hold one. */
const NAMES = new Set(["name", "namespace", "key", "kind", "secretName", "user", "username"]);
const NAMING_LISTS = new Set(["imagePullSecrets", "pullSecrets", "secrets"]);

/**
 * No secret stands in clear in values, manifests, a service's properties or a variable's default. Everyone who may read
 * the profile in Palette reads these, also where the program took them from a secret of its engine. The value is never told.
 */
export function forbidClearSecrets(profile: ProfileProperties, options: ClearSecrets): Finding[] {
  return [...inTexts(profile, options), ...inProperties(profile), ...inVariables(profile)];
}

function inTexts(profile: ProfileProperties, { ignore }: ClearSecrets): Finding[] {
  const ignored = new Set(ignore);
  return textsOf(profile).flatMap(({ path, text }) =>
    (mayHoldSecret(text) ? leavesOf(text) : [])
      .filter((leaf) => isClearSecret(leaf) && !ignored.has(leaf.path))
      .map((leaf) =>
        told(path, leaf.path, "Put a sensitive profile variable in its place, {{.spectro.var.NAME}}, or a macro."),
      ),
  );
}

function inProperties(profile: ProfileProperties): Finding[] {
  return layersOf(profile).flatMap(({ path, fields: { properties } }) =>
    Object.entries(properties !== null && typeof properties === "object" ? properties : {})
      .filter(([name, value]) => isSecretName(name) && isClear(value))
      .map(([name]) => told(`${path}.properties.${name}`, undefined, "Move it to sensitiveProperties.")),
  );
}

function inVariables(profile: ProfileProperties): Finding[] {
  return variablesOf(profile).flatMap(({ path, fields: { name, defaultValue, isSensitive } }) => {
    const shown = isSensitive === undefined || isSensitive === false;
    if (typeof name !== "string" || !isSecretName(name) || !isClear(defaultValue) || !shown) return [];
    return [told(`${path}.defaultValue`, undefined, "Set isSensitive: true.")];
  });
}

function told(path: string, within: string | undefined, fix: string): Finding {
  const message = "What looks like a secret stands in clear, for everyone who may read the profile in Palette.";
  return { code: "palette-clear-secrets", path, ...(within === undefined ? {} : { within }), message, fix };
}

/** Whether what stands there looks like a secret, by its key or as the data of a Kubernetes Secret, and is one rather than a reference. */
export function isClearSecret(leaf: Leaf): boolean {
  return isClear(leaf.value) && isSecret(leaf);
}

/** A reference is none, and switches and empty values tell nothing. */
function isClear(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value !== "" && !value.includes("{{"));
}

function isSecret({ steps, key, object }: Leaf): boolean {
  const keys = steps.flatMap((step) => ("key" in step ? [step.key] : []));
  if (object === "Secret" && (keys[0] === "data" || keys[0] === "stringData")) return true;
  return !NAMES.has(key) && !keys.some((name) => NAMING_LISTS.has(name)) && isSecretPath(steps);
}

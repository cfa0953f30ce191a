import type { PathStep } from "./yaml/path";

/** Last words of names that hold a secret, in the singular. */
const SECRET_WORDS = new Set([
  "password",
  "passwd",
  "pass",
  "pwd",
  "passphrase",
  "secret",
  "token",
  "credential",
  "apikey",
  "privatekey",
  "secretkey",
  "accesskey",
  "dockercfg",
  "dockerconfig",
  "dockerconfigjson",
]);
/** Words that make a secret of a `key` behind them. */
const KEY_WORDS = new Set([
  "api",
  "access",
  "secret",
  "private",
  "encryption",
  "signing",
  "account",
  "shared",
  "auth",
  "license",
  "master",
  "root",
  "hmac",
  "session",
  "cookie",
  "jwt",
  "unseal",
]);
/** Names of which most are none: no word of the others stands in them. */
const MAY_BE_SECRET = /pass|pwd|secret|token|credential|key|docker|auths/i;
/** Docker's `auths`: registries, and what opens them. */
const REGISTRY_LOGINS = "auths";
/** Words in front that say it is a name of a secret, not one. */
const REFERENCE_WORDS = new Set(["existing"]);

/**
 * Whether a name looks like that of a password, token or secret key: `adminPassword`, `DB_PASSWORD`, `api-key`,
 * `credentials`. `secretName`, `tokenTTL` and `existingSecret` do not.
 */
export function isSecretName(name: string): boolean {
  if (!MAY_BE_SECRET.test(name)) return false;
  if (name === REGISTRY_LOGINS) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.replace(/(?<=[^s])s$/, ""));
  const last = words.at(-1);
  const before = words.at(-2);
  if (last === undefined || (before !== undefined && REFERENCE_WORDS.has(before))) return false;
  return SECRET_WORDS.has(last) || (last === "key" && before !== undefined && KEY_WORDS.has(before));
}

/** How far a name goes, at most, on both sides of what makes it one of a secret. */
const NAME_LENGTH = 80;

/** Whether anything in a text is called like a secret, or is one of Kubernetes: quick, for texts that need not be read else. */
export function mayHoldSecret(text: string): boolean {
  for (const { index } of text.matchAll(new RegExp(MAY_BE_SECRET, "gi"))) {
    const [start] = /[\w./ -]*$/.exec(text.slice(Math.max(0, index - NAME_LENGTH), index))!;
    const [end] = /^[\w./ -]*/.exec(text.slice(index, index + NAME_LENGTH))!;
    if (isSecretName(`${start}${end}`.trim())) return true;
  }
  return false;
}

/** Whether a name looks like that of a collection of secrets, `passwords`, so that all inside is one. */
function isSecretCollection(name: string): boolean {
  return /s$/i.test(name) && !/ss$/i.test(name) && isSecretName(name);
}

/** Whether a path leads to a secret: by its last key, by the entry it lies in (`env[name=DB_PASSWORD].value`), or by a collection. */
export function isSecretPath(steps: readonly PathStep[]): boolean {
  const keys = steps.flatMap((step, at) => ("key" in step ? [{ name: step.key, at }] : []));
  const last = keys.at(-1);
  if (last !== undefined && isSecretName(last.name)) return true;
  if (keys.some(({ name, at }) => at < steps.length - 1 && isSecretCollection(name))) return true;
  return (
    steps.some((step) => "mark" in step && isSecretName(step.mark)) && (last === undefined || last.name !== "name")
  );
}

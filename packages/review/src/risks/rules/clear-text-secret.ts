import { forbidClearSecrets, isClearSecret, mayHoldSecret } from "@palette-profiles/profiles";
import { foldPlaces } from "../fold-places";
import type { RiskContext, RiskFinding, RiskRule } from "../risk-rule";
import { writtenLeaves } from "../written-leaves";

/** A secret that everyone who may read the profile reads. */
export const clearTextSecret: RiskRule = {
  id: "clear-text-secret",
  title: "A secret stands in clear",
  severity: "high",
  about:
    "What looks like a secret by its key, or is one of a Kubernetes Secret, is written into values or manifests, by a change or with a new layer, or is the default of a variable that is not sensitive. References to variables and macros are none. The value is never shown. One finding a layer; places that hold no secret are ignored by the configuration.",
  why: "Everyone who may read the profile in Palette reads it, and so does everyone who reads the program's repository.",
  fix: "Put a sensitive profile variable in its place, {{.spectro.var.NAME}}, or a macro; then change the secret.",
  sources: [
    "https://docs.spectrocloud.com/profiles/cluster-profiles/create-cluster-profiles/define-profile-variables/",
  ],
  example: {
    before: { packs: [{ name: "shop", values: 'db:\n  password: "{{.spectro.var.db_password}}"\n' }] },
    after: { packs: [{ name: "shop", values: "db:\n  password: not-a-real-one\n" }] },
  },
  find: (profile) => {
    const found = writtenLeaves(profile, mayHoldSecret).filter(({ leaf }) => isClearSecret(leaf));
    const message = "What looks like a secret stands in clear.";
    return [...foldPlaces(found.map(({ place }) => ({ ...place, message }))), ...inVariables(profile)];
  },
};

const VARIABLE_FIELDS = new Set(["defaultValue", "isSensitive"]);

/** The variables that a change gives a default in clear. */
function inVariables({ changes, after }: RiskContext): RiskFinding[] {
  const given = after !== undefined && typeof after !== "symbol" && "variables" in after ? after.variables : undefined;
  const variables = Array.isArray(given) ? (given as unknown[]) : [];
  const touched = changes.flatMap(({ variable, kind, path }) =>
    variable !== undefined && (VARIABLE_FIELDS.has(path) || (path === "" && kind === "add")) ? [variable] : [],
  );
  return [...new Set(touched)].flatMap((variable) => {
    const same = variables.filter((each) => (each as { name?: unknown } | null)?.name === variable);
    const found = forbidClearSecrets({ variables: same }, { ignore: [] });
    return found.length === 0 ? [] : [{ variable, message: "Its default looks like a secret, and stands in clear." }];
  });
}

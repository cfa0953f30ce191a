import { isJsonObject } from "./json";

const PLAN = "give the output of `terraform show -json PLAN`";
const PREVIEW = "give the output of `pulumi preview --json`";
const GIVE =
  "give the output of `terraform show -json PLAN`, of `pulumi preview --json`, or a profile that Palette exported";

/** What people see in a terminal. */
const HUMAN: readonly [RegExp, string][] = [
  [
    /(?:Terraform|OpenTofu) (?:will perform the following actions|used the selected providers)|^No changes\. Your infrastructure|^Plan: \d+ to (?:add|import)/m,
    `it is a plan as text, for people: save the plan with \`-out PLAN\`, and ${PLAN}`,
  ],
  [/^Previewing update|^View (?:in Browser|Live):/m, `it is a preview as text, for people: ${PREVIEW}`],
];

/** Other documents of engines, by the keys that they have. */
const DOCUMENTS: readonly [readonly string[], string][] = [
  [["terraform_version", "lineage"], `it is a state of Terraform, not a plan: ${PLAN}`],
  [["deployment"], `it is a state of Pulumi, not a preview: ${PREVIEW}`],
  [["resourcePlans"], `it is a plan that Pulumi saved, which no preview can be read from: ${PREVIEW}`],
  [["schemaVersion", "counts"], "it is a review already, as `--format json` writes it: give what it was made of"],
  [["runtime", "name"], `it is a project of Pulumi, not a preview: ${PREVIEW}`],
];

/**
 * Refuses a text that cannot be an input, by how it begins.
 * @throws Error that says what it is and what to give
 */
export function refuseByStart(text: string): void {
  if (text === "") throw new Error(`it is empty: ${GIVE}`);
  // What stands for bytes that are no UTF-8.
  if (text.startsWith("\uFFFD\uFFFD")) {
    throw new Error("it is UTF-16, as older PowerShells write with >: write it with `| Out-File -Encoding utf8`");
  }
  if (text.startsWith("PK\u0003\u0004")) {
    throw new Error(`it is a plan file itself, which is binary: ${PLAN}`);
  }
  if (text.includes("\0")) throw new Error(`it is binary, and no text: ${GIVE}`);
}

/**
 * Refuses a text that is neither JSON nor YAML.
 * @throws Error that says what it is and what to give
 */
export function refuseText(text: string): never {
  const found = HUMAN.find(([form]) => form.test(text.slice(0, 100_000)));
  throw new Error(found?.[1] ?? `it is neither JSON nor YAML: ${GIVE}`);
}

/**
 * Refuses a text that begins as JSON and is none.
 * @throws Error that says how long it is: what it holds may be secret
 */
export function refuseBroken(text: string): never {
  const length = text.length.toLocaleString("en");
  throw new Error(`it begins as JSON, but is broken or cut off after ${length} characters: give all of it`);
}

/**
 * Refuses a value that is none of the inputs.
 * @throws Error that says what it looks like, and what to give
 */
export function refuseValue(value: unknown, language: "JSON" | "YAML"): never {
  if (typeof value === "string") return refuseText(value);
  const known = isJsonObject(value) && DOCUMENTS.find(([keys]) => keys.every((key) => key in value));
  throw new Error(known ? known[1] : `it is ${language}, but none that is known: ${GIVE}`);
}

import { isSecretName } from "@palette-profiles/profiles";
import fc from "fast-check";
import { buildReview } from "../build";
import { readTerraformPlan } from "../inputs/terraform";
import { readPlan } from "../testing/golden";
import { attributes, systemAttributes, tiers, updatePlan } from "../testing/plan";
import { everything } from "./leaks.test-support";

/** A secret that cannot be part of anything else. */
const secret = fc.stringMatching(/^[a-z0-9]{12}$/).map((text) => `Zq${text}`);

type Pair = {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  marks?: Record<string, unknown>;
  type?: string;
};

function tier(fields: (value: string) => Record<string, unknown>, marks: Record<string, unknown> = {}) {
  return (before: string, after: string): Pair => ({
    before: tiers("p", [fields(before)]),
    after: tiers("p", [fields(after)]),
    type: "palette_app_profile",
    marks,
  });
}

function system(
  layer: (value: string) => Record<string, unknown>,
  more: (value: string) => Record<string, unknown> = () => ({}),
  marks: Record<string, unknown> = {},
) {
  return (before: string, after: string): Pair => ({
    before: systemAttributes("p", [layer(before)], more(before)),
    after: systemAttributes("p", [layer(after)], more(after)),
    type: "palette_system_profile",
    marks,
  });
}

const bothSides = (marks: unknown) => ({ before_sensitive: marks, after_sensitive: marks });

function layer(values: (value: string) => string): (before: string, after: string) => Pair {
  return (before, after) => ({
    before: attributes("p", [{ name: "web", values: values(before) }]),
    after: attributes("p", [{ name: "web", values: values(after) }]),
  });
}

function manifest(content: (value: string) => string): (before: string, after: string) => Pair {
  const pack = (text: string) => [
    { name: "web", type: "manifest", values: "", manifest: [{ name: "m", content: text }] },
  ];
  return (before, after) => ({
    before: attributes("p", [], { pack: pack(content(before)) }),
    after: attributes("p", [], { pack: pack(content(after)) }),
  });
}

function variable(fields: Record<string, unknown>): (before: string, after: string) => Pair {
  const group = (value: string) => [
    { variable: [{ name: "x", display_name: "X", default_value: value, options: [], ...fields }] },
  ];
  return (before, after) => ({
    before: attributes("p", [], { profile_variables: group(before) }),
    after: attributes("p", [], { profile_variables: group(after) }),
  });
}

const MARK = { before_sensitive: { pack: [{ values: true }] }, after_sensitive: { pack: [{ values: true }] } };

const HIDING_PLACES: [string, (before: string, after: string) => Pair][] = [
  ["a sensitive variable's default", variable({ is_sensitive: true })],
  ["the default of a variable named like a secret", variable({ name: "db_password" })],
  [
    "values that Terraform marks as sensitive",
    (a, b) => ({ ...layer((v) => `a:\n  - {name: ${v}, x: ${v}}\n`)(a, b), marks: MARK }),
  ],
  [
    "all that Terraform marks as sensitive",
    (a, b) => ({ ...layer((v) => `a: ${v}\n`)(a, b), marks: { before_sensitive: true, after_sensitive: true } }),
  ],
  [
    "a pack marked on one side only",
    (a, b) => ({ ...layer((v) => `a: ${v}\n`)(a, b), marks: { after_sensitive: { pack: [true] } } }),
  ],
  ["a key named like a password", layer((v) => `auth: {adminPassword: ${v}}\n`)],
  [
    "an added map with a token",
    (_, b) => ({
      before: attributes("p", [{ name: "web", values: "x: 1\n" }]),
      after: attributes("p", [{ name: "web", values: `x: 1\na: {apiToken: ${b}, y: 1}\n` }]),
    }),
  ],
  [
    "an environment variable named like a secret",
    layer((v) => `env: [{name: DB_PASSWORD, value: ${v}}, {name: A, value: b}]\n`),
  ],
  ["a collection of passwords", layer((v) => `passwords: {alice: ${v}, bob: x}\n`)],
  ["an argument that sets a password", layer((v) => `args: ["--password=${v}"]\n`)],
  ["a URL with a password", layer((v) => `url: https://user:${v}@host/path\n`)],
  ["a private key", layer((v) => `tls: |\n  -----BEGIN PRIVATE KEY-----\n  ${v}\n  -----END PRIVATE KEY-----\n`)],
  ["a Secret in a manifest", manifest((v) => `kind: Secret\nmetadata: {name: s}\ndata: {x: ${v}}\n`)],
  [
    "a Secret among other documents",
    manifest((v) => `kind: Job\nmetadata: {name: j}\n---\nkind: Secret\nmetadata: {name: s}\nstringData: {x: ${v}}\n`),
  ],
  [
    "an added Secret",
    (_, b) => ({
      before: manifest(() => "kind: Job\nmetadata: {name: j}\n")("", "").before,
      after: manifest(
        () => `kind: Job\nmetadata: {name: j}\n---\nkind: Secret\nmetadata: {name: s}\nstringData: {x: ${b}}\n`,
      )("", "").after,
    }),
  ],
  [
    "a Secret inside a text of the values",
    layer((v) => `manifests:\n  byo:\n    contents: |\n      kind: Secret\n      data:\n        x: ${v}\n`),
  ],
  ["a tier's sensitive properties", tier((v) => ({ sensitive_properties: { anything: v } }))],
  [
    "a property that moves to the sensitive ones",
    (a, b) => ({
      ...tier(() => ({}))(a, b),
      before: tiers("p", [{ properties: { anything: a } }]),
      after: tiers("p", [{ sensitive_properties: { anything: b } }]),
    }),
  ],
  ["a tier's property named like a password", tier((v) => ({ properties: { dbRootPassword: v } }))],
  [
    "a tier's properties that Terraform marks as sensitive",
    tier((v) => ({ properties: { size: v } }), bothSides({ pack: [{ properties: { size: true } }] })),
  ],
  ["a password in a tier's values", tier((v) => ({ values: `env: [{name: DB_PASSWORD, value: ${v}}]\n` }))],
  [
    "what the values of a system layer are made of, where Terraform marks only what was written",
    system(
      (v) => ({ overrides: `a: ${v}\n`, effective_values: `a: ${v}\nb: 1\n` }),
      () => ({}),
      bothSides({ pack: [{ overrides: true }] }),
    ),
  ],
  [
    "the layers as they were, and what was sent last",
    (a, b) => ({
      ...system(
        () => ({}),
        (v) => ({ previous_layers: `a: ${v}`, last_applied: `{"a": "${v}"}` }),
      )(a, b),
      after: systemAttributes("p", [{ effective_values: "a: 2\n" }], { previous_layers: b, last_applied: b }),
    }),
  ],
  ["an argument behind its name", layer((v) => `args: ["--db-password", "${v}"]\ncommand:\n  - --token\n  - ${v}\n`)],
  ["a URL with a password and no user", layer((v) => `url: redis://:${v}@host/0\n`)],
  ["credentials of registries", layer((v) => `auths: {ghcr.io: {auth: ${v}}}\n`)],
  [
    "credentials of registries in a Secret, in base 64 twice",
    manifest((v) => {
      const auths = { "ghcr.io": { auth: Buffer.from(`robot:${v}`).toString("base64") } };
      const config = Buffer.from(JSON.stringify({ auths })).toString("base64");
      return `kind: Secret\nmetadata: {name: s}\ndata:\n  .dockerconfigjson: ${config}\n---\nkind: ConfigMap\nmetadata: {name: c}\ndata: {x: "see ${v}"}\n`;
    }),
  ],
  ["what pull secrets hold", layer((v) => `imagePullSecrets: [{registry: ghcr.io, auth: ${v}}]\n`)],
  ["a random token without a name", layer((v) => `x: Zk3mQ9xV1bT7pL2w${v}\n`)],
  ["a text that does not parse", layer((v) => `a: 1\nx: [${v}\n`)],
];

describe("masking", () => {
  test.each(HIDING_PLACES)("never shows %s, and shows that it changed", (_, pairOf) => {
    fc.assert(
      fc.property(secret, secret, (a, b) => {
        if (a === b) return;
        const { marks, type, ...pair } = pairOf(a, b);
        const plan = updatePlan([pair], marks, type);
        const text = everything(readTerraformPlan(plan));
        expect(text).not.toContain(a);
        expect(text).not.toContain(b);
        expect(buildReview(readTerraformPlan(plan)).counts.changes).toBeGreaterThan(0);
      }),
      { numRuns: 6 },
    );
  });

  test("shows none of the secrets of the sample plans", () => {
    expect(everything(readTerraformPlan(readPlan("update")))).not.toMatch(/LICENSE|GREETING|\$2a\$/);
    expect(everything(readTerraformPlan(readPlan("sensitive")))).not.toMatch(/ALICE-SECRET|OLD-|NEW-|ADDED-/);
    expect(everything(readTerraformPlan(readPlan("apps")))).not.toMatch(/T0xELUNBTkFSWQ|TkVXLUNBTkFSWQ|T0ZGSUNJQUwt/);
    expect(everything(readTerraformPlan(readPlan("system")))).not.toMatch(/CANARY/);
  });

  test.each([
    "password",
    "adminPassword",
    "DB_PASSWORD",
    "api-key",
    "apiKey",
    "APIToken",
    "client_secret",
    "credentials",
    "secretKey",
    "privateKey",
  ])("takes %s for the name of a secret", (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    "secretName",
    "tokenTTL",
    "existingSecret",
    "key",
    "keyName",
    "passwordPolicy",
    "replicas",
    "imagePullSecretsEnabled",
  ])("does not take %s for the name of a secret", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

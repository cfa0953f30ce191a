import fc from "fast-check";
import { diffAppProfiles } from "../diff/diff-app-profiles";
import { type AppProfileModel, TIER_TYPES } from "../model/app-profile";
import { type DeepMaybeUnknown, UNKNOWN } from "../model/unknown";
import { validateAppProfile } from "./validate-app-profile";

const name = fc.constantFrom("db", "api", "web", "queue");
const text = fc.constantFrom(
  "",
  "pack: {namespace: web}\n",
  "a: [",
  "containerService: {image: a, ports: [80, 80], env: [1], volumes: [{}]}",
  "containerService: [1]",
  "x: '{{.spectro.app.$appDeploymentName.db.PASSWORD}}'",
  "x: '{{.spectro.app.db}} {{.spectro.var.y}} {{.spectro.system.nothing}}'",
  "kind: Secret\n---\n- kind: Secret\n---\nmetadata: [1]\nkind: Pod\n",
);
const PACKS = ["postgresql-operator", "redis-operator", "container"] as const;
const property = fc.constantFrom("databaseName", "databaseVolumeSize", "userPassword", "constructor", "other");
const tier = fc.record(
  {
    name,
    type: fc.constantFrom(...TIER_TYPES, "other"),
    packName: fc.constantFrom(...PACKS),
    tag: fc.constantFrom("1.0.0", "2.0.0"),
    installOrder: fc.integer({ min: -1, max: 3 }),
    properties: fc.dictionary(property, text),
    sensitiveProperties: fc.dictionary(property, fc.constant("SECRET-{{.spectro.app.$appDeploymentName.web.X}}")),
    values: text,
    manifests: fc.array(fc.record({ name, content: text }), { maxLength: 2 }),
  },
  { requiredKeys: ["name", "manifests"] },
);
const profile: fc.Arbitrary<AppProfileModel> = fc.record({
  name,
  tiers: fc.uniqueArray(tier, { maxLength: 4, selector: ({ name: own }) => own }),
});

/** The profile with one value, the n-th on the way through it, not known yet. */
function withUnknown(value: unknown, count: { left: number }): unknown {
  if (count.left-- === 0) return UNKNOWN;
  if (Array.isArray(value)) return value.map((item) => withUnknown(item, count));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUnknown(item, count)]));
}

describe("laws of app profiles", () => {
  test("an app profile does not differ from itself", () => {
    fc.assert(
      fc.property(profile, (it) => {
        expect(diffAppProfiles(it, structuredClone(it))).toEqual({ changes: [], formattingOnly: [] });
      }),
    );
  });

  test("neither a problem nor a change that is not marked shows a sensitive property", () => {
    fc.assert(
      fc.property(profile, profile, (before, after) => {
        for (const { message } of validateAppProfile(before)) expect(message).not.toContain("SECRET");
        const shown = diffAppProfiles(before, after).changes.filter(({ sensitive }) => !sensitive);
        expect(JSON.stringify(shown)).not.toContain("SECRET");
      }),
    );
  });

  test("a value that becomes unknown brings no error about itself, and nothing throws", () => {
    fc.assert(
      fc.property(profile, fc.nat(40), (it, n) => {
        const blurred = withUnknown(it, { left: n }) as DeepMaybeUnknown<AppProfileModel>;
        const at = ({ code, path }: { code: string; path: unknown[] }) => `${code} ${path.join(".")}`;
        const before = new Set(validateAppProfile(it).map(at));
        const fresh = validateAppProfile(blurred).filter(
          (problem) => problem.severity === "error" && !before.has(at(problem)),
        );
        expect(fresh).toEqual([]);
        diffAppProfiles(it, blurred);
        diffAppProfiles(blurred, it);
      }),
      { numRuns: 300 },
    );
  });
});

import { type PolicyOptions, rules } from "@palette-profiles/profiles";
import { checkProfile } from "./check-profile";

const profile = {
  type: "palette:index:ClusterProfile",
  properties: { name: "base", version: "1.0.0", context: "tenant", packs: [{ name: "kubernetes", tag: "1.30.x" }] },
};
const codes = (options?: PolicyOptions) => checkProfile(profile, options).map(({ code, level }) => [code, level]);

test("each finding has the level of its rule", () => {
  expect(codes()).toEqual([
    ["palette-description", "advisory"],
    ["palette-pinned-tags", "mandatory"],
    ["palette-scope", "advisory"],
  ]);
});

test("rules are set together and one by one, as Pulumi's own configuration does it", () => {
  const options: PolicyOptions = {
    all: "disabled",
    "palette-description": "mandatory",
    "palette-required-tags": { enforcementLevel: "advisory", required: ["owner"] },
  };
  expect(codes(options)).toEqual([
    ["palette-description", "mandatory"],
    ["palette-required-tags", "advisory"],
  ]);
  expect(codes({ "palette-scope": { tenantProfiles: ["base"] } })).not.toContainEqual(["palette-scope", "advisory"]);
});

test("a rule that is not there is an error, with the one that was meant", () => {
  const options = { "palette-pinned-tag": "disabled" } as PolicyOptions;
  expect(() => checkProfile(profile, options)).toThrow(
    'There is no rule "palette-pinned-tag". Did you mean "palette-pinned-tags"?',
  );
});

test("other resources, and rules for other kinds, find nothing", () => {
  expect(checkProfile({ ...profile, type: "aws:s3/bucket:Bucket" })).toEqual([]);
  const system = checkProfile({ type: "palette:index:SystemProfile", properties: { allowUpdate: true } });
  expect(system.map(({ code }) => code)).toEqual(["palette-system-profile"]);
});

test("a finding's code is the name of its rule", () => {
  const bad = {
    type: "palette:index:ClusterProfile",
    stack: "production",
    properties: {
      type: "infra",
      context: "tenant",
      packs: [
        {
          tag: "1.x",
          values: "a: {replicas: 1, tag: latest, password: x}",
          manifests: [{ content: "privileged: true" }],
        },
      ],
    },
  };
  const found = checkProfile(bad, {
    "palette-required-tags": { required: ["owner"] },
    "palette-registries": { allowed: [] },
  });
  const kept = Object.keys(rules).filter((code) => code !== "palette-system-profile");
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual(kept.sort());
});

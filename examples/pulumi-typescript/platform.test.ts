import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { platformOf } from "./platform";
import { releases } from "./releases";

/** What the program asks Pulumi for, without Pulumi and without Palette. */
const asked: pulumi.runtime.MockResourceArgs[] = [];

before(() =>
  pulumi.runtime.setMocks({
    call: () => ({}),
    newResource(resource) {
      asked.push(resource);
      return { id: resource.name, state: { ...resource.inputs, uid: `uid of ${resource.name}` } };
    },
  }),
);

const known = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

for (const [version, { kubernetes }] of Object.entries(releases)) {
  test(`release ${version} is three profiles of that version, infra first`, async () => {
    asked.splice(0);
    const platform = platformOf("staging", version);
    assert.deepEqual(await known(platform.uids), [
      "uid of platform",
      "uid of platform-staging-security",
      "uid of platform-staging-delivery",
    ]);
    const profiles = new Map(
      asked.filter(({ type }) => type.endsWith(":ClusterProfile")).map(({ inputs }) => [inputs.name, inputs]),
    );
    for (const [name, type] of [
      ["staging-infra", "infra"],
      ["staging-security", "add-on"],
      ["staging-delivery", "add-on"],
    ]) {
      const { type: of, version: at, immutableVersions } = profiles.get(name) ?? {};
      assert.deepEqual([of, at, immutableVersions], [type, version, true]);
    }
    assert.equal(profiles.size, 3);
    assert.equal(profiles.get("staging-infra").packs[1].tag, kubernetes);
  });
}

test("every profile tells its stage", async () => {
  const platform = platformOf("production", "1.0.0");
  for (const profile of [platform.infra, ...Object.values(platform.addons)]) {
    assert.deepEqual(await known(profile.tags), ["stage:production", "team:platform"]);
  }
});

test("a release that there is not is refused, and those that there are are named", () => {
  assert.throws(() => platformOf("production", "2.0.0"), /no release "2.0.0": releases.ts has 1.0.0, 1.1.0/);
});

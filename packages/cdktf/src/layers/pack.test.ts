import { TerraformVariable, Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import { ClusterProfile, l1, Pack, type PackProps } from "../index";
import { stackWith } from "../providers/stacks.test-support";

Testing.setupJest();

/** What a synth makes of a layer that is the pack. */
function synthOf(props: PackProps): string {
  const stack = stackWith();
  new ClusterProfile(stack, "profile", { name: "platform", layers: [new Pack(props)] });
  return Testing.synth(stack, true);
}

test("A pack says of itself what it is told, and nothing more", () => {
  expect(new Pack({ name: "argo-cd", tag: "7.8.2" }).name).toBe("argo-cd");
  expect(JSON.parse(synthOf({ name: "argo-cd", tag: "7.8.2" })).resource.palette_cluster_profile.profile.pack).toEqual([
    { name: "argo-cd", tag: "7.8.2" },
  ]);
  const pack = { name: "argo-cd", tag: "7.8.2", type: "oci", uid: "u" };
  const manifests = [{ name: "token", content: { kind: "Secret" } }];
  expect(synthOf({ ...pack, registryName: "mirror", values: { a: 1 }, manifests })).toHaveResourceWithProperties(
    l1.clusterProfile.ClusterProfile,
    {
      pack: [
        {
          ...pack,
          registry_name: "mirror",
          values: "a: 1\n",
          manifest: [{ name: "token", content: "kind: Secret\n" }],
        },
      ],
    },
  );
});

test("One pack may stand in several profiles, and none of them changes it", () => {
  const stack = stackWith();
  const pack = new Pack({ name: "argo-cd", tag: "7.8.2" });
  for (const id of ["dev", "prod"]) {
    const profile = new ClusterProfile(stack, id, { name: id, layers: [pack] });
    profile.addPack({ name: id, tag: "1.0.0" });
  }
  const { dev, prod } = JSON.parse(Testing.synth(stack, true)).resource.palette_cluster_profile;
  expect(dev.pack).toEqual([
    { name: "argo-cd", tag: "7.8.2" },
    { name: "dev", tag: "1.0.0" },
  ]);
  expect(prod.pack).toEqual([
    { name: "argo-cd", tag: "7.8.2" },
    { name: "prod", tag: "1.0.0" },
  ]);
});

test("A type that belongs to another class of layers is an error where it is written; a token passes", () => {
  expect(() => new Pack({ name: "podinfo", tag: "6.7.1", type: "helm" })).toThrow(
    'UnknownType: pack "podinfo" is of the type "helm"; write "spectro" or "oci", or make it a HelmChart or a Manifest',
  );
  const type = new TerraformVariable(stackWith(), "type", { type: "string" }).stringValue;
  expect(new Pack({ name: "podinfo", tag: "6.7.1", type }).name).toBe("podinfo");
});

test.each([
  ["an array", [1], "are an array"],
  ["null", null, "are null"],
  ["a number", 5, "are the number 5"],
])("Values that are %s are an error where they are written", (_, values, message) => {
  expect(() => new Pack({ name: "argo-cd", tag: "7.8.2", values })).toThrow(
    `InvalidValues: the values of layer "argo-cd" ${message}; give an object`,
  );
});

import { Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import { AppProfile, ClusterProfile, l1, Manifest } from "../index";
import { stackWith } from "../providers/stacks.test-support";

Testing.setupJest();

test("Content becomes a manifest that is named as the layer is; others keep their names", () => {
  const stack = stackWith();
  new ClusterProfile(stack, "profile", { name: "platform" }).addManifest({
    name: "base",
    content: { kind: "Namespace" },
    manifests: [
      { name: "roles", content: "kind: Role # ours\n" },
      { name: "quotas", content: [{ kind: "ResourceQuota" }, { kind: "LimitRange" }] },
    ],
  });
  expect(Testing.synth(stack, true)).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, {
    pack: [
      {
        name: "base",
        type: "manifest",
        manifest: [
          { name: "base", content: "kind: Namespace\n" },
          { name: "roles", content: "kind: Role # ours\n" },
          { name: "quotas", content: "kind: ResourceQuota\n---\nkind: LimitRange\n" },
        ],
      },
    ],
  });
});

test("One layer of manifests may be a tier as well, with an order there", () => {
  const stack = stackWith();
  const manifest = new Manifest({ name: "config", manifests: [{ name: "m", content: "kind: ClusterRole\n" }] });
  new ClusterProfile(stack, "profile", { name: "platform", layers: [manifest] });
  new AppProfile(stack, "shop", { name: "shop", tiers: [manifest] }).addManifest({
    name: "late",
    content: "kind: ClusterRole\n",
    installOrder: 2,
  });
  const config = { name: "config", type: "manifest", manifest: [{ name: "m", content: "kind: ClusterRole\n" }] };
  const late = { name: "late", type: "manifest", manifest: [{ name: "late", content: "kind: ClusterRole\n" }] };
  const synth = Testing.synth(stack, true);
  expect(synth).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, { pack: [config] });
  expect(synth).toHaveResourceWithProperties(l1.appProfile.AppProfile, {
    pack: [config, { ...late, install_order: 2 }],
  });
});

test("An order in a cluster profile is an error where the manifest is added", () => {
  const profile = new ClusterProfile(stackWith(), "profile", { name: "platform" });
  expect(() => profile.addManifest({ name: "base", content: "kind: Role", installOrder: 1 })).toThrow(
    'MisplacedProperty: manifest "base" gives installOrder, but layers of a cluster profile go by their order; leave it out',
  );
});

test.each([
  ["left out", undefined],
  ["null", null],
  ["5", 5],
])("A content that is %s is an error that names manifest and layer", (told, content) => {
  expect(() => new Manifest({ name: "base", manifests: [{ name: "roles", content }] })).toThrow(
    `InvalidContent: the content of manifest "roles" of layer "base" is ${told}; give Kubernetes YAML, an object, an array of objects, or Values`,
  );
});

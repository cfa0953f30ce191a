import { Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import { AppProfile, ClusterProfile, HelmChart, l1 } from "../index";
import { stackWith } from "../providers/stacks.test-support";

Testing.setupJest();

test("A chart of a cluster profile is named as its layer is, and takes overrides", () => {
  const stack = stackWith();
  const profile = new ClusterProfile(stack, "profile", { name: "platform" });
  const chart = profile.addHelmChart({ name: "podinfo", tag: "6.7.1", overrides: { replicas: 2 } });
  expect(chart.name).toBe("podinfo");
  expect(Testing.synth(stack, true)).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, {
    pack: [{ name: "podinfo", tag: "6.7.1", type: "helm", overrides: "replicas: 2\n" }],
  });
});

test("A chart of an app profile may have another name than its tier, and is deployed in an order", () => {
  const stack = stackWith();
  new AppProfile(stack, "shop", { name: "shop" }).addHelmChart({
    name: "queue",
    chart: "nats",
    tag: "1.2.3",
    registryUid: "u",
    installOrder: 1,
    manifests: [{ name: "m", content: "kind: Secret\nmetadata: {namespace: web}\n" }],
  });
  expect(Testing.synth(stack, true)).toHaveResourceWithProperties(l1.appProfile.AppProfile, {
    pack: [
      {
        name: "queue",
        pack_name: "nats",
        tag: "1.2.3",
        type: "helm",
        registry_uid: "u",
        install_order: 1,
        manifest: [{ name: "m", content: "kind: Secret\nmetadata: {namespace: web}\n" }],
      },
    ],
  });
});

test("One chart may be a layer here and a tier there", () => {
  const stack = stackWith();
  const chart = new HelmChart({ name: "podinfo", tag: "6.7.1" });
  new ClusterProfile(stack, "profile", { name: "platform", layers: [chart] });
  new AppProfile(stack, "shop", { name: "shop", tiers: [chart] });
  const pack = [{ name: "podinfo", tag: "6.7.1", type: "helm" }];
  expect(Testing.synth(stack, true)).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, { pack });
  expect(Testing.synth(stack, true)).toHaveResourceWithProperties(l1.appProfile.AppProfile, { pack });
});

test.each([
  ["chart", { chart: "nats" }, "a chart of a cluster profile is named as the layer is"],
  ["installOrder", { installOrder: 1 }, "layers of a cluster profile go by their order"],
])("In a cluster profile %s is an error where the chart is added", (property, props, why) => {
  const profile = new ClusterProfile(stackWith(), "profile", { name: "platform" });
  expect(() => profile.addHelmChart({ name: "podinfo", tag: "6.7.1", ...props })).toThrow(
    `MisplacedProperty: chart "podinfo" gives ${property}, but ${why}; leave it out`,
  );
});

test("In an app profile overrides are an error where the chart is added", () => {
  const shop = new AppProfile(stackWith(), "shop", { name: "shop" });
  expect(() => shop.addHelmChart({ name: "podinfo", tag: "6.7.1", overrides: { a: 1 } })).toThrow(
    'MisplacedProperty: chart "podinfo" gives overrides, but a chart of an app profile takes whole values; leave it out',
  );
});

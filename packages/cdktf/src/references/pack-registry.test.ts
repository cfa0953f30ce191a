// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import {
  AppProfile,
  ClusterProfile,
  HelmChart,
  l1,
  OperatorService,
  Pack,
  PackRegistry,
  PaletteProvider,
  spectrocloud,
} from "../index";

Testing.setupJest();

const UID = "${data.palette_registry.public.id}";

function aStack(implementation?: string): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "team");
  new PaletteProvider(stack, "palette", { implementation });
  return stack;
}

test.each([
  ["palette", l1.dataPaletteRegistry.DataPaletteRegistry],
  ["spectrocloud", spectrocloud.dataSpectrocloudRegistry.DataSpectrocloudRegistry],
] as const)("A registry is looked up by %s under its own id, and tells uid and name", (implementation, source) => {
  const stack = aStack(implementation);
  const { uid, name } = PackRegistry.fromName(stack, "public", { name: "Public Repo", type: "spectro" });
  new TerraformOutput(stack, "told", { value: { uid, name } });
  const synth = Testing.synth(stack, true);
  expect(synth).toHaveDataSourceWithProperties(source, { name: "Public Repo", type: "spectro" });
  const place = `data.${implementation}_registry.public`;
  expect(JSON.parse(synth).output.told.value).toEqual({ uid: `\${${place}.id}`, name: `\${${place}.name}` });
});

test("Packs and charts of cluster profiles take from a registry by its uid", () => {
  const stack = aStack();
  const registry = PackRegistry.fromName(stack, "public", { name: "Public Repo" });
  const profile = new ClusterProfile(stack, "profile", { name: "platform" });
  profile.addPack({ name: "cert-manager", tag: "1.16.2", registry });
  profile.addHelmChart({ name: "podinfo", tag: "6.7.1", registry });
  expect(Testing.synth(stack, true)).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, {
    pack: [
      { name: "cert-manager", tag: "1.16.2", registry_uid: UID },
      { name: "podinfo", tag: "6.7.1", type: "helm", registry_uid: UID },
    ],
  });
});

test("The official provider looks packs up in the registry too", () => {
  const stack = aStack("spectrocloud");
  const registry = PackRegistry.fromName(stack, "public", { name: "Public Repo" });
  const layers = [new Pack({ name: "cert-manager", tag: "1.16.2", registry })];
  new ClusterProfile(stack, "profile", { name: "platform", layers });
  const registry_uid = "${data.spectrocloud_registry.public.id}";
  const synth = Testing.synth(stack, true);
  expect(JSON.parse(synth).resource.spectrocloud_cluster_profile.profile.pack).toMatchObject([{ registry_uid }]);
  expect(synth).toHaveDataSourceWithProperties(spectrocloud.dataSpectrocloudPack.DataSpectrocloudPack, {
    registry_uid,
  });
});

test("Services and charts of app profiles do so too", () => {
  const stack = aStack();
  const registry = PackRegistry.fromName(stack, "public", { name: "Public Repo" });
  const shop = new AppProfile(stack, "shop", { name: "shop" });
  shop.addService(OperatorService.redis({ name: "cache", password: "aHVudGVyMg==", volumeSize: 2, registry }));
  shop.addService(OperatorService.of({ name: "queue", packName: "nats-operator", tag: "1.0.0", registry }));
  shop.addHelmChart({ name: "podinfo", tag: "6.7.1", registry });
  const { pack } = JSON.parse(Testing.synth(stack, true)).resource.palette_app_profile.shop;
  expect(pack).toMatchObject([
    { name: "cache", registry_uid: UID },
    { name: "queue", registry_uid: UID },
    { name: "podinfo", registry_uid: UID },
  ]);
});

test("Two registries for one layer or tier are an error that names both", () => {
  const registry = PackRegistry.fromName(aStack(), "public", { name: "Public Repo" });
  const layer = { name: "podinfo", tag: "6.7.1", registry };
  expect(() => new Pack({ ...layer, registryName: "charts" })).toThrow(
    'TwoRegistries: layer "podinfo" gives the registry "team/public", and registryName "charts"; give one of them',
  );
  expect(() => new HelmChart({ ...layer, registryUid: "65b3" })).toThrow(
    'TwoRegistries: chart "podinfo" gives the registry "team/public", and registryUid "65b3"; give one of them',
  );
  const service = { name: "db", volumeSize: 2, tag: "0.1.0", registry, registryName: "charts" };
  expect(() => OperatorService.vault(service)).toThrow('TwoRegistries: service "db" gives the registry "team/public"');
});

test("A type that there is not is told at synth", () => {
  const stack = aStack();
  PackRegistry.fromName(stack, "charts", { name: "charts", type: "chart" });
  expect(() => Testing.synth(stack, true)).toThrow(
    '[team/charts] the type "chart" of the registry "charts" is unknown; use one of spectro, helm, oci',
  );
});

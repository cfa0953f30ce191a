// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { TerraformVariable } from "cdktf";
import { AppProfile, ClusterProfile, Manifest, OperatorService, Pack, PaletteProvider } from "../../index";
import { officialStack, synthesised } from "../stacks.test-support";

const registryName = "Public Repo";

test("A registry is looked up once for all layers of a profile, and a pack once for each, in ids of their names", () => {
  const stack = officialStack();
  const profile = new ClusterProfile(stack, "web", { name: "web" });
  profile.addPack({ name: "nginx", tag: "1.11.4", registryName });
  profile.addPack({ name: "argo-cd", tag: "7.7.5", registryName });
  const { data } = synthesised(stack);
  expect(Object.values(data.spectrocloud_registry!)).toEqual([{ name: registryName }]);
  expect(Object.keys(data.spectrocloud_pack!)).toEqual([
    expect.stringMatching(/^web_pack-argo-cd_[0-9A-F]{8}$/),
    expect.stringMatching(/^web_pack-nginx_[0-9A-F]{8}$/),
  ]);
});

test("Another layer in front changes no lookup of the others", () => {
  const packs = [new Pack({ name: "nginx", tag: "1.11.4" }), new Pack({ name: "argo-cd", tag: "7.7.5" })];
  const [one, two] = [packs.slice(1), packs].map((layers) => {
    const stack = officialStack();
    new ClusterProfile(stack, "web", { name: "web", layers });
    return synthesised(stack).data.spectrocloud_pack!;
  });
  expect(two).toMatchObject(one!);
});

test("Nothing is looked up of manifests, nor of a layer that says all by itself", () => {
  const stack = officialStack();
  const uid = "65b3f1c0e4b0a1c2d3e4f503";
  const nginx = new Pack({ name: "nginx", tag: "1.11.4", uid, values: "a: 1\n" });
  const spaces = new Manifest({ name: "spaces", content: { kind: "Namespace" } });
  new ClusterProfile(stack, "web", { name: "web", layers: [nginx, spaces] });
  const { data, resource } = synthesised(stack);
  expect(data).toBeUndefined();
  expect(resource.spectrocloud_cluster_profile!.web!.pack).toMatchObject([
    { name: "nginx", tag: "1.11.4", uid, values: "a: 1\n" },
    { name: "spaces", type: "manifest" },
  ]);
});

test("A uid alone gives the version and the values", () => {
  const stack = officialStack();
  const uid = "65b3f1c0e4b0a1c2d3e4f503";
  new ClusterProfile(stack, "web", { name: "web", layers: [new Pack({ name: "nginx", uid })] });
  const { data, resource } = synthesised(stack);
  const [[name, pack] = []] = Object.entries(data.spectrocloud_pack!);
  expect(pack).toEqual({ id: uid });
  expect(resource.spectrocloud_cluster_profile!.web!.pack).toEqual([
    {
      name: "nginx",
      uid,
      tag: `\${data.spectrocloud_pack.${name}.version}`,
      values: `\${data.spectrocloud_pack.${name}.values}`,
    },
  ]);
});

test("Lookups go by the provider of their profile", () => {
  const stack = officialStack();
  const provider = new PaletteProvider(stack, "other", { implementation: "spectrocloud", alias: "other" });
  const profile = new ClusterProfile(stack, "web", { name: "web", provider });
  profile.addPack({ name: "nginx", tag: "1.11.4", registryName });
  const { data } = synthesised(stack);
  const blocks = Object.values(data).flatMap((named) => Object.values(named));
  expect(blocks.map((block) => block.provider)).toEqual(["spectrocloud.other", "spectrocloud.other"]);
});

test("Names that are known at apply, or that two layers share, have lookups of their own", () => {
  const stack = officialStack();
  const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
  const profile = new ClusterProfile(stack, "web", { name: "web" });
  for (const [index, each] of [name, "nginx", "nginx"].entries()) {
    const values = { pack: { "spectrocloud.com/display-name": `layer-${index}` } };
    profile.addPack({ name: each, tag: "1.11.4", registryName: name, values });
  }
  const { spectrocloud_pack: packs = {}, spectrocloud_registry: registries = {} } = synthesised(stack).data;
  expect(
    Object.values(packs)
      .map((pack) => pack.name)
      .sort(),
  ).toEqual(["${var.name}", "nginx", "nginx"]);
  expect(Object.values(registries)).toEqual([{ name: "${var.name}" }]);
});

test("A service's secrets stand where Terraform shows them in no plan", () => {
  const stack = officialStack();
  const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue;
  const shop = new AppProfile(stack, "shop", { name: "shop" });
  for (const [name, secret] of Object.entries({ variable: password, text: 'a"b\\${c}', both: `a-${password}` })) {
    shop.addService(OperatorService.redis({ name, password: secret, volumeSize: 2, registryName }));
  }
  const tiers = synthesised(stack).resource.spectrocloud_application_profile!.shop!.pack as Record<string, any>[];
  const secrets = tiers.map(({ properties }) => properties.userPassword);
  expect(secrets).toEqual([
    "${sensitive(var.password)}",
    `\${sensitive(base64decode("${Buffer.from('a"b\\${c}').toString("base64")}"))}`,
    `\${sensitive(join("", [base64decode("${Buffer.from("a-").toString("base64")}"), var.password]))}`,
  ]);
});

import { type TerraformResource, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { AppProfile, ClusterProfile, PaletteProvider, type PaletteProviderProps } from "../index";

function stackWith(props: PaletteProviderProps): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "team");
  new PaletteProvider(stack, "palette", props);
  return stack;
}

const movesOf = (stack: TerraformStack) => JSON.parse(Testing.synth(stack)).moved;

test("All profiles come from the same ids of the official provider, where the provider says so", () => {
  const stack = stackWith({ movedFrom: "spectrocloud" });
  new ClusterProfile(stack, "web", { name: "web" });
  const nested = new AppProfile(new Construct(stack, "shop"), "app", { name: "shop" });
  const { friendlyUniqueId } = nested.node.defaultChild as TerraformResource;
  expect(movesOf(stack)).toEqual([
    { from: "spectrocloud_cluster_profile.web", to: "palette_cluster_profile.web" },
    { from: `spectrocloud_application_profile.${friendlyUniqueId}`, to: `palette_app_profile.${friendlyUniqueId}` },
  ]);
});

test("An id of its own that a profile gets later is its id before and after", () => {
  const stack = stackWith({ movedFrom: "spectrocloud" });
  const web = new ClusterProfile(new Construct(stack, "platform"), "web", { name: "web" });
  (web.node.defaultChild as TerraformResource).overrideLogicalId("web");
  expect(movesOf(stack)).toEqual([{ from: "spectrocloud_cluster_profile.web", to: "palette_cluster_profile.web" }]);
});

test.each(["palette", "spectrocloud"])("A profile of %s may name the address that it had", (implementation) => {
  const stack = stackWith({ implementation });
  const [team, shop] = ['spectrocloud_cluster_profile.team["a"]', "module.web.spectrocloud_application_profile.shop"];
  new ClusterProfile(stack, "team-a", { name: "team-a", movedFrom: team });
  new AppProfile(stack, "shop", { name: "shop", movedFrom: shop });
  const app = implementation === "palette" ? "palette_app_profile" : "spectrocloud_application_profile";
  expect(movesOf(stack)).toEqual([
    { from: team, to: `${implementation}_cluster_profile.team-a` },
    { from: shop, to: `${app}.shop` },
  ]);
});

test("An address of the official provider leads to ours by way of the id, where a deploy may have brought it already", () => {
  const stack = stackWith({ movedFrom: "spectrocloud" });
  const old = 'spectrocloud_cluster_profile.team["a"]';
  new ClusterProfile(stack, "team-a", { name: "team-a", movedFrom: old });
  new ClusterProfile(stack, "web", { name: "web", movedFrom: "spectrocloud_cluster_profile.web" });
  expect(movesOf(stack)).toEqual([
    { from: old, to: "spectrocloud_cluster_profile.team-a" },
    { from: "spectrocloud_cluster_profile.team-a", to: "palette_cluster_profile.team-a" },
    { from: "spectrocloud_cluster_profile.web", to: "palette_cluster_profile.web" },
  ]);
});

test("An address of our provider goes before what the PaletteProvider says: the profile is ours already", () => {
  const stack = stackWith({ movedFrom: "spectrocloud" });
  new ClusterProfile(stack, "web", { name: "web", movedFrom: "palette_cluster_profile.old" });
  expect(movesOf(stack)).toEqual([{ from: "palette_cluster_profile.old", to: "palette_cluster_profile.web" }]);
});

test("The blocks are in HCL too", () => {
  const stack = stackWith({ movedFrom: "spectrocloud" });
  new ClusterProfile(stack, "web", { name: "web", movedFrom: 'spectrocloud_cluster_profile.team["a"]' });
  expect(Testing.synthHcl(stack).replace(/\s+/g, " ")).toContain(
    'moved { from = spectrocloud_cluster_profile.team["a"] to = spectrocloud_cluster_profile.web } ' +
      "moved { from = spectrocloud_cluster_profile.web to = palette_cluster_profile.web }",
  );
});

test("A profile that names the address it has is not moved", () => {
  const stack = stackWith({});
  new ClusterProfile(stack, "web", { name: "web", movedFrom: "palette_cluster_profile.web" });
  expect(movesOf(stack)).toBeUndefined();
});

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
  const moves = [
    { from: "spectrocloud_cluster_profile.web", to: "palette_cluster_profile.web" },
    { from: `spectrocloud_application_profile.${friendlyUniqueId}`, to: `palette_app_profile.${friendlyUniqueId}` },
  ];
  expect(movesOf(stack)).toEqual(moves);
  // A second synth is as the first.
  expect(movesOf(stack)).toEqual(moves);
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

test("What a profile names goes before what the provider says", () => {
  const stack = stackWith({ movedFrom: "spectrocloud" });
  new ClusterProfile(stack, "web", { name: "web", movedFrom: "palette_cluster_profile.old" });
  expect(movesOf(stack)).toEqual([{ from: "palette_cluster_profile.old", to: "palette_cluster_profile.web" }]);
});

test("A profile that names the address it has is not moved", () => {
  const stack = stackWith({});
  new ClusterProfile(stack, "web", { name: "web", movedFrom: "palette_cluster_profile.web" });
  expect(movesOf(stack)).toBeUndefined();
});

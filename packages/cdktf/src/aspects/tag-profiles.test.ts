// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { Aspects, TerraformVariable, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { AppProfile, ClusterProfile, l1, Manifest, SystemProfile, spectrocloud, TagProfiles } from "../index";
import { officialStack, stackWith, synthesised } from "../providers/stacks.test-support";

Testing.setupJest();

const tags = ["team:platform", "managed"];

test("Profiles of every kind that has tags get them, at any depth, and system profiles none", () => {
  const stack = stackWith();
  Aspects.of(stack).add(new TagProfiles({ tags }));
  new ClusterProfile(new Construct(stack, "team"), "add-ons", { name: "add-ons" });
  new AppProfile(stack, "shop", { name: "shop", tiers: [new Manifest({ name: "m", content: "kind: Pod" })] });
  SystemProfile.adopt(stack, "system", { name: "system" });
  const synth = Testing.synth(stack);
  expect(synth).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, { tags });
  expect(synth).toHaveResourceWithProperties(l1.appProfile.AppProfile, { tags });
  expect(synthesised(stack).resource.palette_system_profile!.system).toEqual({ name: "system" });
});

test("A profile's own tag of the same key stays, with tokens in either", () => {
  const stack = stackWith();
  const team = new TerraformVariable(stack, "team", { type: "string" }).stringValue;
  Aspects.of(stack).add(new TagProfiles({ tags: [...tags, `stage:${team}`, "price:${low}"] }));
  new ClusterProfile(stack, "add-ons", { name: "add-ons", tags: [`team:${team}`, "x:1", "y:2"] });
  new ClusterProfile(stack, "other", { name: "other", tags: [`${team}`] });
  const blocks = synthesised(stack).resource.palette_cluster_profile!;
  const added = ["managed", "stage:${var.team}", "price:$${low}"];
  expect(blocks["add-ons"]!.tags).toEqual(["team:${var.team}", "x:1", "y:2", ...added]);
  expect(blocks.other!.tags).toEqual(["${var.team}", "team:platform", ...added]);
});

test("A list of tags that only Terraform knows is put together there", () => {
  const stack = stackWith();
  const own = new TerraformVariable(stack, "tags", { type: "list(string)" }).listValue;
  Aspects.of(stack).add(new TagProfiles({ tags }));
  new ClusterProfile(stack, "add-ons", { name: "add-ons", tags: Token.asList(own) });
  expect(synthesised(stack).resource.palette_cluster_profile!["add-ons"]!.tags).toBe(
    '${distinct(concat(var.tags, ["team:platform", "managed"]))}',
  );
});

test("Tags that another aspect has set beneath the construct stay, and the inner scope's aspects come after", () => {
  const stack = stackWith();
  const team = new Construct(stack, "team");
  const profile = new ClusterProfile(team, "add-ons", { name: "add-ons" });
  Aspects.of(team).add(new TagProfiles({ tags: ["team:late", "more"] }));
  Aspects.of(stack).add({
    visit: (node) => {
      if (node === profile) (profile.node.defaultChild as l1.clusterProfile.ClusterProfile).tags = ["owner:me"];
    },
  });
  Aspects.of(stack).add(new TagProfiles({ tags }));
  expect(Testing.synth(stack)).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, {
    tags: ["owner:me", "team:platform", "managed", "more"],
  });
});

test("The official provider's profiles get them as well", () => {
  const stack = officialStack();
  Aspects.of(stack).add(new TagProfiles({ tags }));
  new ClusterProfile(stack, "add-ons", { name: "add-ons", tags: ["team:own"] });
  new AppProfile(stack, "shop", { name: "shop", tiers: [new Manifest({ name: "m", content: "kind: Pod" })] });
  const synth = Testing.synth(stack);
  expect(synth).toHaveResourceWithProperties(spectrocloud.clusterProfile.ClusterProfile, {
    tags: ["team:own", "managed"],
  });
  expect(synth).toHaveResourceWithProperties(spectrocloud.applicationProfile.ApplicationProfile, { tags });
});

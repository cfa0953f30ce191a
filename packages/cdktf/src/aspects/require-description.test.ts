import { Aspects, TerraformVariable } from "cdktf";
import { ClusterProfile, l1, RequireDescription, SystemProfile } from "../index";
import { stackWith } from "../providers/stacks.test-support";
import { annotationsOf } from "./findings.test-support";

test("A profile without a description, or with an empty one, is told; a token is one; system profiles have none", () => {
  const stack = stackWith();
  Aspects.of(stack).add(new RequireDescription());
  const token = new TerraformVariable(stack, "about", { type: "string" }).stringValue;
  new ClusterProfile(stack, "none", { name: "a" });
  new ClusterProfile(stack, "empty", { name: "b", description: " " });
  new ClusterProfile(stack, "token", { name: "c", description: token });
  SystemProfile.adopt(stack, "system", { name: "d" });
  const told =
    "palette-description: description: The profile has no description. Say in a sentence what it is for and who keeps it.";
  expect(annotationsOf(stack)).toEqual([`error [platform/none] ${told}`, `error [platform/empty] ${told}`]);
});

test("One that another aspect has written beneath the construct counts", () => {
  const stack = stackWith();
  const profile = new ClusterProfile(stack, "add-ons", { name: "a" });
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof l1.clusterProfile.ClusterProfile) node.description = "Beneath.";
    },
  });
  Aspects.of(stack).add({
    visit: (node) => {
      if (node === profile) (profile.node.defaultChild as l1.clusterProfile.ClusterProfile).description = "Said.";
    },
  });
  Aspects.of(stack).add(new RequireDescription({ level: "warning" }));
  expect(annotationsOf(stack)).toEqual([]);
});

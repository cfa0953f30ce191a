import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { AppProfile, ClusterProfile, Manifest, SystemProfile } from "../index";
import { problemsOf, stackWith, synthesised } from "../providers/stacks.test-support";

function addOns(scope: Construct, id: string): ClusterProfile {
  return new ClusterProfile(scope, id, { name: id });
}

function namesIn(stack: TerraformStack): string[] {
  return Object.keys(synthesised(stack).resource.palette_cluster_profile!);
}

test("The name in Terraform is the id, and within another construct ends in a hash of the path", () => {
  const stack = stackWith();
  addOns(stack, "add-ons_1");
  addOns(new Construct(stack, "team"), "add-ons");
  addOns(new Construct(stack, "7"), "a");
  expect(problemsOf(stack)).toEqual([
    'its name in Terraform would be "7_a_35242273", which must begin with a letter; begin the id with one',
  ]);
  stack.node.tryRemoveChild("7");
  expect(namesIn(stack)).toEqual(["add-ons_1", "team_add-ons_69641F06"]);
});

test("An id of which CDKTF leaves something out is taken, as long as its name in Terraform is its own", () => {
  const stack = stackWith();
  addOns(stack, "add-ons-1.10.0");
  SystemProfile.adopt(stack, "add-ons-1.1.00", { name: "another type of resource" });
  expect(namesIn(stack)).toEqual(["add-ons-1100"]);
});

test("Two ids that come to one name in Terraform are refused, since one profile would be lost", () => {
  const stack = stackWith();
  addOns(stack, "add-ons-1.10.0");
  addOns(stack, "add-ons-11.0.0");
  expect(problemsOf(stack)).toEqual([
    'its name in Terraform would be "add-ons-1100", and so would that of "platform/add-ons-11.0.0", since names hold letters, digits, "-" and "_" alone; give one of them another id',
    'its name in Terraform would be "add-ons-1100", and so would that of "platform/add-ons-1.10.0", since names hold letters, digits, "-" and "_" alone; give one of them another id',
  ]);
});

test.each(["1.31", "äöü", "-a"])(
  'The id "%s", of which Terraform takes no name, is refused for every kind of profile',
  (id) => {
    const stack = stackWith();
    addOns(stack, id);
    const noName = expect.stringContaining("which must begin with a letter");
    expect(problemsOf(stack)).toEqual([noName]);
    new AppProfile(new Construct(stack, "-"), id, { name: "shop", tiers: [new Manifest({ name: "m", content: "" })] });
    expect(problemsOf(stack)).toEqual([noName, noName]);
  },
);

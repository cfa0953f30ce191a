import { type Alias, formerUrns } from "./aliases";

const none: Alias = { urn: "", name: "", type: "", stack: "", project: "", parent: "", noParent: false };
const STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const GROUP = "urn:pulumi:dev::shop::a:b:Group::new";
const it = { type: "t:i:Thing", name: "new-db", parent: GROUP, stack: "dev", project: "shop" };

test.each<[string, Partial<Alias>, string]>([
  ["a whole URN", { urn: "urn:x" }, "urn:x"],
  ["another name", { name: "old" }, "urn:pulumi:dev::shop::a:b:Group$t:i:Thing::old"],
  ["another type", { type: "t:i:Old" }, "urn:pulumi:dev::shop::a:b:Group$t:i:Old::new-db"],
  ["no parent", { noParent: true }, "urn:pulumi:dev::shop::t:i:Thing::new-db"],
  ["the stack as the parent", { parent: STACK }, "urn:pulumi:dev::shop::t:i:Thing::new-db"],
  ["another project and stack", { project: "p", stack: "s" }, "urn:pulumi:s::p::a:b:Group$t:i:Thing::new-db"],
])("an alias may be %s", (_, alias, urn) => {
  expect(formerUrns(it, [{ ...none, ...alias }], new Map())).toEqual([urn]);
});

test("a child of a parent that was renamed has the parent's old name in its own, where it began with it", () => {
  const used = new Map([[GROUP, "urn:pulumi:dev::shop::a:b:Old::old"]]);
  expect(formerUrns(it, [], used)).toEqual(["urn:pulumi:dev::shop::a:b:Old$t:i:Thing::old-db"]);
  expect(formerUrns({ ...it, name: "other" }, [], used)).toEqual(["urn:pulumi:dev::shop::a:b:Old$t:i:Thing::other"]);
});

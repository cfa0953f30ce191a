import { CONTRACT, providerText } from "./dynamic/provider-text";
import { load } from "./dynamic-runtime";

const RESOURCES = ["ClusterProfile", "AppProfile", "SystemProfile"];

test.each(RESOURCES)(
  "the text in the state of a %s is one line that never changes: states of every release have it",
  (resource) => {
    expect(providerText(resource)).toBe(
      `exports.handler=()=>require("@palette-profiles/pulumi/dynamic-runtime").load("${resource}",1)`,
    );
  },
);

test.each(RESOURCES)("every contract of a %s from 1 on is served", (resource) => {
  for (let contract = 1; contract <= CONTRACT; contract++) {
    expect(Object.keys(load(resource, contract)).sort()).toEqual(
      ["check", "configure", "create", "delete", "diff", "read", "update"].sort(),
    );
  }
});

test.each([
  ["a newer contract", "ClusterProfile", CONTRACT + 1],
  ["a resource that this release does not have", "toString", 1],
])("%s asks for a newer package", (_, resource, contract) => {
  expect(() => load(resource, contract)).toThrow("update the package");
});

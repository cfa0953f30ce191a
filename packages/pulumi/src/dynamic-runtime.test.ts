import { load } from "./dynamic-runtime";
import { CONTRACT, providerText } from "./provider-text";

test("the text in the state is one line that never changes: states of every release have it", () => {
  expect(providerText("ClusterProfile")).toBe(
    'exports.handler=()=>require("@palette-profiles/pulumi/dynamic-runtime").load("ClusterProfile",1)',
  );
});

test("every contract from 1 on is served", () => {
  for (let contract = 1; contract <= CONTRACT; contract++) {
    expect(Object.keys(load("ClusterProfile", contract)).sort()).toEqual(
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

import { kindOf } from "./kind-of";

test("a profile is known by its type in both modes, and nothing else is", () => {
  expect(kindOf("pulumi-nodejs:dynamic/palette:ClusterProfile")).toBe("ClusterProfile");
  expect(kindOf("palette:index:SystemProfile")).toBe("SystemProfile");
  const others = ["palette:index:getPack", "pulumi:providers:palette", "aws:index:ClusterProfile", "ClusterProfile"];
  expect(others.map(kindOf)).toEqual([undefined, undefined, undefined, undefined]);
});

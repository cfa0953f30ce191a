import { findings } from "../risk.test-support";
import { destroyedInUse } from "./destroyed-in-use";

test("A profile that goes is told with those that use it", () => {
  expect(findings(destroyedInUse, destroyedInUse.example)).toEqual([
    { message: "It is destroyed, and 2 clusters (berlin and kiel) use it." },
  ]);
  const reach = { clusters: ["berlin"], templates: ["gold"] };
  expect(findings(destroyedInUse, { impact: "replace", reach, before: {}, after: {} })).toEqual([
    { message: "It is replaced, and 1 cluster (berlin) and 1 cluster template (gold) use it." },
  ]);
});

test("One that nobody uses, of which nobody knows, or that is only forgotten, is not", () => {
  expect(findings(destroyedInUse, { impact: "destroy", reach: { clusters: [], templates: [] } })).toEqual([]);
  expect(findings(destroyedInUse, { impact: "destroy" })).toEqual([]);
  expect(findings(destroyedInUse, { ...destroyedInUse.example, impact: "forget" })).toEqual([]);
});

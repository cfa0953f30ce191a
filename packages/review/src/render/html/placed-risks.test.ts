import type { ReviewChange, ReviewResource, Risk } from "../../model";
import type { Section } from "../../sections";
import { groupRisks, placeRisks } from "./placed-risks";

const resource = (name: string) => ({ address: name, stack: "s", name }) as ReviewResource;
const change = (layer: string, path: string): ReviewChange => ({ layer, path, kind: "change" });
const risk = (profile: string, more: Partial<Risk> = {}): Risk => ({
  rule: "some-rule",
  severity: "high",
  stack: "s",
  address: profile,
  profile,
  message: "It breaks.",
  why: "So.",
  fix: "Do not.",
  ...more,
});
const sections = [
  { resources: [resource("a"), resource("b")], changes: [change("k8s", "tag")] },
  { resources: [resource("a")], changes: [change("argo", "replicas"), change("argo", "image")] },
] as Section[];

function placed(...risks: Risk[]) {
  const groups = groupRisks(risks);
  return { groups, places: placeRisks(sections, groups) };
}

test("What is the same in several profiles is one risk", () => {
  const { groups, places } = placed(risk("a", { layer: "k8s", path: "tag" }), risk("b", { layer: "k8s", path: "tag" }));
  expect(groups).toHaveLength(1);
  expect(groups[0]!.profiles).toEqual(["s: a", "s: b"]);
  expect([...places[0]!.changes.values()]).toEqual([groups]);
});

test("A risk stands at its change, else at its layer, else at the first section of its profile", () => {
  const { groups, places } = placed(
    risk("a", { layer: "argo", path: "image" }),
    risk("a", { layer: "argo", path: "resources.limits" }),
    risk("a", { layer: "gone" }),
  );
  expect(groups.map(({ target }) => target)).toEqual(["p2c2", "p2", "p1"]);
  expect(places[1]!.changes.get(sections[1]!.changes[1]!)).toEqual([groups[0]]);
  expect(places[1]!.parts.get("argo")).toEqual([groups[1]]);
  expect(places[0]!.whole).toEqual([groups[2]]);
});

test("A risk of a profile that the page does not show leads nowhere", () => {
  expect(placed(risk("unknown")).groups[0]!.target).toBeUndefined();
});

test("The same address in another stack is another profile", () => {
  expect(placed(risk("a", { stack: "t" })).groups[0]!.target).toBeUndefined();
});

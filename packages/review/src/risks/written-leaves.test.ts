import { UNKNOWN } from "@palette-profiles/profiles";
import { contextOf } from "./example";
import type { ExampleProfile } from "./risk-rule";
import { type WrittenLeaf, writtenLeaves } from "./written-leaves";

type Packs = ExampleProfile["packs"];
const written = (before: Packs, after: Packs): WrittenLeaf[] =>
  writtenLeaves(contextOf({ before: { packs: before ?? [] }, after: { packs: after ?? [] } }));
const places = (leaves: WrittenLeaf[]) => leaves.map(({ place, leaf }) => [place, leaf.value]);
const manifest = (content: string, name = "m") => ({ name: "web", type: "manifest", manifests: [{ name, content }] });

test("A change tells the leaf with what stood there, and what is added all of its leaves", () => {
  const leaves = written(
    [{ name: "a", values: "x: 1\ny: 1\n" }],
    [{ name: "a", values: "x: 2\ny: 1\nz: {b: 1, c: 2}\n" }],
  );
  expect(places(leaves)).toEqual([
    [{ layer: "a", path: "x" }, 2],
    [{ layer: "a", path: "z.b" }, 1],
    [{ layer: "a", path: "z.c" }, 2],
  ]);
  expect(leaves.map(({ before }) => before)).toEqual([1, undefined, undefined]);
});

test("Of a layer or a manifest that comes, all is told as new", () => {
  const leaves = written([], [{ name: "a", values: "x: 1\n" }]);
  expect(leaves).toMatchObject([{ place: { layer: "a", path: "x" }, text: "values", isNew: true, isOff: false }]);
  const old = { name: "old", content: "a: 1\n" };
  const both = { ...manifest("a: 2\n"), manifests: [old, { name: "new", content: "a: 2\n" }] };
  expect(places(written([{ ...both, manifests: [old] }], [both]))).toEqual([
    [{ layer: "web", manifest: "new", path: "a" }, 2],
  ]);
});

test("Parts of new values that are turned off are known as such", () => {
  const values = "agent: {enabled: false, x: 1}\nserver: {enabled: true, x: 2}\nagents: {x: 3}\n";
  const off = written([], [{ name: "a", values }]).filter(({ isOff }) => isOff);
  expect(off.map(({ place }) => place.path)).toEqual(["agent.enabled", "agent.x"]);
});

test("Data of a Secret is known by its kind, in one document or several, changed or added", () => {
  const secret = (value: string) => `kind: Secret\nmetadata: {name: s}\nstringData: {url: ${value}}\n`;
  const kinds = (before: string, after: string) =>
    written([manifest(before)], [manifest(after)]).flatMap(({ leaf }) => (leaf.key === "url" ? [leaf.object] : []));
  const other = "kind: Namespace\nmetadata: {name: n}\n---\n";
  expect(kinds(secret("a"), secret("b"))).toEqual(["Secret"]);
  expect(kinds(other + secret("a"), other + secret("b"))).toEqual(["Secret"]);
  expect(kinds(other, other + secret("b"))).toEqual(["Secret"]);
});

test("What goes, attributes, and what is not known yet are not", () => {
  expect(written([{ name: "a", values: "x: 1\ny: 1\n" }], [{ name: "a", values: "x: 1\n", tag: "1.0.0" }])).toEqual([]);
  const unknown = { name: "a", values: UNKNOWN as unknown as string };
  expect(written([{ name: "a", values: "x: 1\n" }], [unknown])).toEqual([]);
});

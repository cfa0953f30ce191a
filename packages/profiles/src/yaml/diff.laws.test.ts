import fc from "fast-check";
import { applyChanges, type Json } from "../testing/apply-changes";
import { toYaml } from "../testing/arbitrary-yaml";
import { diffYaml } from "./diff";
import { sameYaml } from "./equal";

type JsonMap = { [key: string]: Json };
const key = fc.constantFrom("a", "b", "c", "d.e/f", "env");
const leaf = fc.constantFrom<Json>(1, 2, true, null, "x", "y z", "two\nlines\n", "", {}, []);
const name = fc.constantFrom("p", "q", "r", "s t", "u=v");
const tree: fc.Arbitrary<Json> = fc.letrec<{ node: Json; map: Json; entries: Json; ports: Json; list: Json }>(
  (tie) => ({
    node: fc.oneof({ maxDepth: 3 }, leaf, tie("map"), tie("entries"), tie("ports"), tie("list")),
    map: fc.dictionary(key, tie("node"), { maxKeys: 4 }),
    entries: fc.uniqueArray(
      fc.tuple(name, fc.dictionary(key, tie("node"), { maxKeys: 3 })).map(([own, more]) => ({ name: own, ...more })),
      {
        maxLength: 4,
        selector: ({ name: own }) => own,
      },
    ) as fc.Arbitrary<Json>,
    ports: fc
      .uniqueArray(
        fc.record({ containerPort: fc.constantFrom(53, 80), protocol: fc.constantFrom("TCP", "UDP"), a: leaf }),
        {
          maxLength: 3,
          selector: ({ containerPort, protocol }) => `${containerPort}${protocol}`,
        },
      )
      .map((ports) => ({ ports })) as fc.Arbitrary<Json>,
    list: fc.array(tie("node"), { maxLength: 4 }),
  }),
).map;

const kind = fc.constantFrom("Deployment", "Secret", "ConfigMap");
const object = fc
  .record({
    apiVersion: fc.constantFrom("v1", "v2"),
    kind,
    own: name.filter((text) => text !== "u=v"),
    spec: tree,
    data: tree,
  })
  .map(({ own, ...object_ }) => ({ ...object_, metadata: { name: own } }) as Json);
const stream = fc.array(object, { minLength: 2, maxLength: 4 });

const text = (documents: Json[]) => documents.map((document) => toYaml(document)).join("---\n");

/** Another tree that has much in common with one: entries gone, doubled under another name, moved, or changed. */
function edited(value: Json, turns: number[]): Json {
  const turn = () => (turns.length > 0 ? turns.shift()! : 9);
  if (Array.isArray(value)) {
    const list = value.map((item) => edited(item, turns));
    const what = turn() % 8;
    if (what === 0) list.shift();
    else if (what === 1) list.reverse();
    else if (what === 2 && list.length > 0) list.push(list.shift()!);
    else if (what === 3 && list.length > 0 && isNamed(list[0]!)) list[0] = { ...(list[0] as JsonMap), name: "new" };
    else if (what === 4) list.splice(1, 0, list.every(isNamed) ? { name: "added", a: 1 } : "added");
    return list;
  }
  if (value === null || typeof value !== "object") return turn() % 6 === 0 ? "changed" : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([at, inner]): [string, Json][] => {
      const what = turn() % 12;
      if (at === "name" || at === "kind" || at === "metadata" || at === "containerPort" || at === "protocol")
        return [[at, inner]];
      if (what === 0) return [];
      return what === 1
        ? [
            [at, edited(inner, turns)],
            ["g", 3],
          ]
        : [[at, edited(inner, turns)]];
    }),
  );
}

function isNamed(value: Json): boolean {
  return typeof value === "object" && value !== null && "name" in value;
}

const turns = fc.array(fc.nat(100), { maxLength: 40 });

function holds(before: Json[], after: Json[]): void {
  const { changes } = diffYaml(text(before), text(after));
  expect(applyChanges(before, changes, after)).toEqual(after);
  expect(changes.length === 0).toBe(sameYaml(text(before), text(after)));
}

describe("the law of a diff: applied to the one text it makes the other", () => {
  test("of any two values", () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        holds([a], [b]);
      }),
      { numRuns: 80 },
    );
  });

  test("of a value and what became of it", () => {
    fc.assert(
      fc.property(tree, turns, (a, how) => {
        holds([a], [edited(a, [...how])]);
      }),
      { numRuns: 120 },
    );
  });

  test("of streams of Kubernetes objects", () => {
    fc.assert(
      fc.property(stream, turns, fc.boolean(), stream, (a, how, related, b) => {
        const after = related ? (edited(a, [...how]) as Json[]).filter((item) => typeof item === "object") : b;
        if (after.length > 1) holds(a, after);
      }),
      { numRuns: 40 },
    );
  });
});

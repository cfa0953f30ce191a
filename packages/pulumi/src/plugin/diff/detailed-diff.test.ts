import { type AnyValues, plan, type Run, s } from "@palette-profiles/resource-kit";
import fc from "fast-check";
import { type Warehouse, warehouse } from "../../testing/shelf";
import { detailedDiff, type PropertyDifference } from "./detailed-diff";

const shelf = warehouse.resources[0]!;
const run = (): Run<Warehouse> => ({
  context: { shelves: new Map(), asked: [] },
  signal: new AbortController().signal,
});

/** What is shown of a change from one program to another: `packs[1].tag` and `update`, with `!` where it replaces. */
async function shown(before: AnyValues, now: AnyValues, oldInputs = before): Promise<Record<string, string>> {
  const prior = (await stateOf(before)) as AnyValues;
  return words(await differences(prior, oldInputs, now));
}

async function differences(prior: AnyValues, oldInputs: AnyValues, newInputs: AnyValues) {
  const { changes, replace, diagnostics } = await plan(shelf, { ...run(), prior, config: newInputs });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (changes.length === 0) return new Map<string, PropertyDifference>();
  return detailedDiff(shelf.attributes, { changes, replace, prior, oldInputs, newInputs });
}

function stateOf(config: AnyValues) {
  const it = run();
  return plan(shelf, { ...it, config }).then(({ planned }) => shelf.create(planned, { ...it, config }));
}

function words(found: ReadonlyMap<string, PropertyDifference>): Record<string, string> {
  return Object.fromEntries(
    [...found].map(([path, { kind, replaces, inputDiff }]) => [
      path,
      `${kind}${replaces ? "!" : ""}${inputDiff ? "" : " of output"}`,
    ]),
  );
}

const tall = (more: AnyValues = {}) => ({ name: "tall", room: "hall", ...more });
const boxes = (...names: string[]) => names.map((name) => ({ name, label: `of ${name}` }));
const named = (name: string, label: string) => ({ name, label });

describe("what an update shows", () => {
  test("is the leaf that changes, of the element at its place", async () => {
    const before = tall({ boxes: boxes("a", "b") });
    expect(await shown(before, tall({ boxes: [boxes("a")[0], named("b", "other")] }))).toEqual({
      "boxes[1].label": "update",
    });
    expect(await shown(before, tall({ boxes: [{ name: "a" }, { ...boxes("b")[0], size: "big" }] }))).toEqual({
      "boxes[0].label": "delete",
      "boxes[1].size": "add",
    });
  });

  test.each([
    ["an element that is inserted, and none that shifts with it", ["a", "b"], ["new", "a", "b"], { "boxes[0]": "add" }],
    ["one that is removed, and none that shifts with it", ["a", "b", "c"], ["b", "c"], { "boxes[0]": "delete" }],
    ["one in the place of another", ["a", "b"], ["a", "new"], { "boxes[1]": "update" }],
    ["two neighbours that swap", ["a", "b", "c"], ["b", "a", "c"], { "boxes[0]": "update", "boxes[1]": "update" }],
    [
      "two that swap far apart",
      ["a", "b", "c", "d"],
      ["d", "b", "c", "a"],
      { "boxes[0]": "update", "boxes[3]": "update" },
    ],
    [
      "one that goes from the end to the front",
      ["a", "b", "c", "d"],
      ["d", "a", "b", "c"],
      { "boxes[0]": "add", "boxes[3]": "delete" },
    ],
    ["the first list there is", undefined, ["a"], { boxes: "add" }],
    ["a list that is no more", ["a"], undefined, { boxes: "delete" }],
  ])("is %s", async (_, before, now, expected) => {
    const of = (names: string[] | undefined) => tall(names === undefined ? {} : { boxes: boxes(...names) });
    expect(await shown(of(before), of(now))).toEqual(expected);
  });

  test("never compares two elements by leaves: one that shifts and changes is gone and added", async () => {
    const before = tall({ boxes: boxes("a", "b") });
    expect(await shown(before, tall({ boxes: [...boxes("new", "a"), named("b", "other")] }))).toEqual({
      "boxes[0]": "add",
      "boxes[1]": "delete",
      "boxes[2]": "add",
    });
    expect(await shown(before, tall({ boxes: [named("b", "other")] }))).toEqual({
      "boxes[0]": "update",
      "boxes[1]": "delete",
    });
  });

  test("names what replaces the resource, and that alone as replacing", async () => {
    const before = tall({ wood: "oak" });
    expect(await shown(before, { name: "tall", room: "attic", wood: "oak", boxes: boxes("a") })).toEqual({
      room: "update!",
      boxes: "add",
    });
    expect(await shown(before, tall())).toEqual({ wood: "delete!" });
  });

  test("leaves out what means the same, and what Palette alone gives", async () => {
    const before = tall({ boxes: [named("a", "Novels")] });
    expect(await shown(before, tall({ boxes: [named("a", "NOVELS"), { name: "b" }] }))).toEqual({ "boxes[1]": "add" });
  });

  test("is what the state still lacks where the inputs are alike, as after a change that came half-way", async () => {
    const wanted = tall({ boxes: boxes("a", "b") });
    expect(await shown(tall({ boxes: [named("a", "old")] }), wanted, wanted)).toEqual({
      "boxes[0].label": "update of output",
      "boxes[1]": "add of output",
    });
  });

  test("is the input that brings it where only what Palette gives changes", async () => {
    const config = tall({ boxes: [{ name: "a" }, { name: "b", size: "big" }] });
    const prior = (await stateOf(config)) as AnyValues;
    const sides = { replace: [], prior, oldInputs: config, newInputs: config };
    const change = (...path: string[]) => ({ path, kind: "change", sensitive: false }) as const;
    const serial = [change("id"), change("boxes", "b", "serial")];
    expect(words(detailedDiff(shelf.attributes, { ...sides, changes: serial }))).toEqual({ "boxes[1].size": "update" });
    expect(words(detailedDiff(shelf.attributes, { ...sides, changes: [change("id")] }))).toEqual({ name: "update" });
  });

  test("reaches into blocks and inner lists", () => {
    const attributes = {
      variables: s.block({
        description: "x",
        attributes: {
          list: s.blockList({
            description: "x",
            key: ({ name }) => name as string,
            attributes: {
              name: s.string({ description: "x", required: true }),
              tags: s.stringList({ description: "x", optional: true }),
            },
          }),
        },
      }),
    };
    const it = (tags: string[]) => ({
      variables: {
        list: [
          { name: "a", tags: ["1"] },
          { name: "b", tags },
        ],
      },
    });
    const [oldInputs, newInputs] = [it(["x"]), it(["y"])];
    const changes = [{ path: ["variables", "list", "b", "tags"], kind: "change", sensitive: false } as const];
    const found = detailedDiff(attributes, { changes, replace: [], prior: oldInputs, oldInputs, newInputs });
    expect(words(found)).toEqual({ "variables.list[1].tags": "update" });
  });
});

describe("laws", () => {
  const box = fc.record(
    {
      name: fc.constantFrom("a", "b", "c", "d", "e"),
      label: fc.constantFrom("x", "y", "X"),
      secret: fc.constantFrom("1", "2"),
    },
    { requiredKeys: ["name"] },
  );
  const program = fc.record(
    {
      name: fc.constant("tall"),
      room: fc.constantFrom("hall", "attic"),
      wood: fc.constantFrom("oak", "pine"),
      boxes: fc.uniqueArray(box, { selector: ({ name }) => name, maxLength: 5 }),
    },
    { requiredKeys: ["name", "room"] },
  );

  test("what did not change shows nothing", () =>
    fc.assert(
      fc.asyncProperty(program, async (it) => expect(await shown(it, it)).toEqual({})),
      { numRuns: 100 },
    ));

  test("each path has the values that its kind says, of one element, and all that changed is under some path", () =>
    fc.assert(
      fc.asyncProperty(program, program, async (before, now) => {
        const found = await shown(before, now);
        for (const [path, kind] of Object.entries(found)) {
          const [old, current] = [at(before, path), at(now, path)];
          expect({ path, kind, old: old !== undefined || !/^(update|delete)/.test(kind) }).toMatchObject({ old: true });
          expect({ path, kind, now: current !== undefined || !/^(update|add)/.test(kind) }).toMatchObject({
            now: true,
          });
          const [, index] = /^boxes\[(\d+)\]\./.exec(path) ?? [];
          if (index !== undefined) {
            expect(before.boxes?.[Number(index)]?.name).toBe(now.boxes?.[Number(index)]?.name);
          }
        }
        expect(replayed(before, now, Object.entries(found))).toEqual(normal(now));
      }),
      { numRuns: 300 },
    ));

  interface Program {
    name: string;
    boxes?: { name: string; label?: string; secret?: string }[];
  }

  function at(program: object, path: string): unknown {
    return path
      .split(/[.[\]]+/)
      .filter((step) => step !== "")
      .reduce<unknown>((value, step) => (value as AnyValues | undefined)?.[step], program);
  }

  /** The program before, changed at the shown places alone: whole elements go and come as a reader would do it. */
  function replayed(before: Program, now: Program, found: readonly (readonly [string, string])[]): unknown {
    const result: AnyValues = structuredClone({ ...before });
    const elements: (AnyValues | undefined)[] = structuredClone(before.boxes ?? []);
    const added = new Map<number, unknown>();
    for (const [path, kind] of found) {
      const [, list, leaf] = /^boxes\[(\d+)\](?:\.(.*))?$/.exec(path) ?? [];
      if (list === undefined) {
        result[path] = at(now, path);
        continue;
      }
      const index = Number(list);
      if (leaf !== undefined) elements[index]![leaf] = at(now, path);
      else {
        if (!kind.startsWith("add")) elements[index] = undefined;
        if (!kind.startsWith("delete")) added.set(index, at(now, path));
      }
    }
    if (!found.some(([path]) => path === "boxes") && before.boxes !== undefined) {
      const kept = elements.filter((each) => each !== undefined);
      const length = kept.length + added.size;
      result.boxes = Array.from({ length }, (_, index) => added.get(index) ?? kept.shift());
    }
    return normal(result as never);
  }

  /** Labels mean the same in any case, and no list the same as an empty one. */
  function normal(it: Program): unknown {
    const list = (it.boxes ?? []).map((each) => ({ ...each, label: each.label?.toLowerCase() }));
    return JSON.parse(
      JSON.stringify({ ...it, boxes: list.map((each) => Object.fromEntries(Object.entries(each).sort())) }),
    );
  }
});

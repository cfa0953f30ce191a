import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { mergeYaml, yamlText, yamlValue } from "@palette-profiles/profiles";
import {
  type AnyValues,
  type Applied,
  apply,
  checkApply,
  checkPlan,
  plan,
  type Resource,
  read,
} from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import fc from "fast-check";
import { ADMINISTRATOR, backendOf } from "./backend";
import { CREDENTIALS } from "./system";

type Values = Record<string, unknown>;

const some = fc.integer({ min: 1, max: 3 });
const values: fc.Arbitrary<Values> = fc.record(
  {
    a: some,
    b: some,
    c: some,
    list: fc.array(some, { maxLength: 2 }),
    deep: fc.record({ x: some, y: some }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const overrides: fc.Arbitrary<Values> = fc.record(
  { a: fc.option(some), b: some, list: fc.array(some, { maxLength: 2 }), deep: fc.record({ x: some }) },
  { requiredKeys: [] },
);
/** What Palette brings, or what the program says from now on. */
const steps = fc.array(
  fc.oneof(fc.record({ brings: values }), fc.record({ says: fc.option(overrides, { nil: undefined }) })),
  { minLength: 2, maxLength: 7 },
);

/** The values of Palette with the program's on them. */
const overlaid = (own: Values, said: Values | undefined): string =>
  said === undefined ? yamlText(own) : mergeYaml(yamlText(own), said).text;

/**
 * Palette's own values, as they can be known: where it brought just what is ours there, nobody can tell its value from
 * ours, and its own is still that of before.
 */
function seen(before: Values, brought: Values, said: Values = {}): Values {
  const own: Values = { ...brought };
  for (const [key, ours] of Object.entries(said)) {
    if (key === "deep") {
      const [was, is, x] = [before.deep, brought.deep, (ours as Values).x] as [Values?, Values?, unknown?];
      if (x !== undefined && is?.x === x) own.deep = was?.x === undefined ? without(is, "x") : { ...is, x: was.x };
    } else if (ours === null ? !(key in brought) : JSON.stringify(brought[key]) === JSON.stringify(ours)) {
      if (key in before) own[key] = before[key];
      else delete own[key];
    }
  }
  return own;
}

const without = (it: Values, name: string): Values =>
  Object.fromEntries(Object.entries(it).filter(([key]) => key !== name));

/** What a text says; a map that was emptied says nothing. */
function told(text: string): Values {
  const { deep, ...rest } = (yamlValue(text) ?? {}) as Values;
  return deep === undefined || Object.keys(deep as object).length === 0 ? rest : { ...rest, deep };
}

/** Where two values differ, by the first key. */
const changedKeys = (before: Values, after: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "random-system-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("holds what Palette brought last with what the program says on it, and stops only where Palette changed that", async () => {
  const resource = palette.resources.find(({ type }) => type === "system_profile") as Resource<Palette>;
  const first = { a: 1, b: 1, deep: { x: 1, y: 1 } };
  const seed = join(folder, "seed.yaml");
  writeFileSync(
    seed,
    yamlText({
      systemAdministrators: [ADMINISTRATOR],
      systemProfile: {
        name: "p",
        packs: [
          { name: "nginx", tag: "1.11.4", values: yamlText(first) },
          { name: "argo-cd", tag: "7.7.5" },
        ],
      },
    }),
  );
  const server = await startServer({ seed });
  const backend = await backendOf(server);
  const context = palette.configure({}, { SPECTROCLOUD_HOST: server.url, ...CREDENTIALS });
  const run = { context, signal: new AbortController().signal };
  const uid = (await backend.systemProfile()).metadata?.uid ?? "";
  // By uid: lists are asked for ten times a second at most.
  const held = async () => (await backend.system.get(uid)).spec?.published?.packs?.[0]?.values ?? "";
  try {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        await backend.upgrade([{ name: "nginx", tag: "1.11.4", values: yamlText(first) }]);
        let brought: Values = first;
        let own: Values = first;
        let said: Values | undefined;
        // As an import leaves it.
        let state: AnyValues | undefined = { id: uid, name: "p" };
        for (const step of history) {
          if ("brings" in step) {
            brought = step.brings;
            await backend.upgrade([{ name: "nginx", tag: "1.11.4", values: yamlText(brought) }]);
            continue;
          }
          const config = (overwrite?: string[]) => ({
            name: "p",
            allowUpdate: true,
            packs: [
              { name: "nginx", ...(step.says && { overrides: yamlText(step.says) }), ...(overwrite && { overwrite }) },
            ],
          });
          const prior: AnyValues | undefined = state === undefined ? undefined : await read(resource, state, run);
          const before = await held();
          let wanted: AnyValues = config();
          let planned = await plan(resource, { prior, config: wanted, ...run });
          if (planned.diagnostics.some(({ severity }) => severity === "error")) {
            const touched = changedKeys(own, brought);
            for (const { code, summary } of planned.diagnostics.filter(({ severity }) => severity === "error")) {
              expect(code).toBe("SystemProfileConflict");
              expect(touched.some((key) => new RegExp(`\\b${key}\\b`).test(summary))).toBe(true);
            }
            expect(await held()).toBe(before);
            wanted = config(["a", "b", "c", "list", "deep"]);
            planned = await plan(resource, { prior, config: wanted, ...run });
          }
          expect(planned.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(checkPlan(resource.attributes, { prior, config: wanted, planned: planned.planned })).toEqual([]);
          const done: Applied = await apply(resource, { prior, planned: planned.planned, config: wanted, ...run });
          expect(done.diagnostics).toEqual([]);
          expect(checkApply(resource.attributes, { planned: planned.planned, state: done.state! })).toEqual([]);
          state = done.state;
          [own, said] = [seen(own, brought, said), step.says];
          brought = own;
          const now = await held();
          const expected = overlaid(own, said);
          expect(told(now)).toEqual(told(expected));
          const again = await read(resource, state!, run);
          expect((await plan(resource, { prior: again, config: wanted, ...run })).changes).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  } finally {
    await server.close();
  }
}, 60_000);

import fc from "fast-check";
import { apply, read } from "./apply";
import { configOf } from "./config-of";
import { checkApply, checkPlan } from "./oracle";
import { plan } from "./plan";
import { type RandomCase, randomCases, resolved, type Shelf, secretsOf } from "./random-resource.test-support";
import type { AnyValues } from "./schema";

const signal = new AbortController().signal;

/** Applies each config in turn, as Terraform would, and shows every step. */
async function live(
  { attributes, resource, configs }: RandomCase,
  step: (it: {
    prior: AnyValues | undefined;
    config: AnyValues;
    planned: AnyValues;
    state: AnyValues;
    shelf: Shelf;
  }) => void | Promise<void>,
): Promise<void> {
  const shelf: Shelf = { held: undefined, secrets: [] };
  let prior: AnyValues | undefined;
  for (const wanted of configs) {
    const early = await plan(resource, { prior, config: wanted, context: shelf, signal });
    const replaced = early.replace.length > 0;
    expect(
      checkPlan(attributes, { prior: replaced ? undefined : prior, config: wanted, planned: early.planned }),
    ).toEqual([]);
    expect(secretsOf(attributes, early.planned)).toEqual([]);
    const config = resolved(attributes, wanted);
    const now = await plan(resource, { prior, config, context: shelf, signal });
    const before = now.replace.length > 0 ? undefined : prior;
    const final = await plan(resource, { prior: before, config, context: shelf, signal });
    const { planned } = final;
    if (final.changes.length === 0) continue;
    const applied = await apply(resource, { prior: before, planned, config, context: shelf, signal });
    expect(applied.diagnostics).toEqual([]);
    const state = applied.state!;
    await step({ prior: before, config, planned, state, shelf });
    prior = state;
  }
}

describe("for any schema and any configs", () => {
  test("Terraform refuses neither a plan nor a result, and a plan of what was applied is empty", async () => {
    await fc.assert(
      fc.asyncProperty(randomCases, async (it) => {
        await live(it, async ({ prior, config, planned, state, shelf }) => {
          const { attributes, resource } = it;
          expect(checkPlan(attributes, { prior, config, planned })).toEqual([]);
          expect(checkApply(attributes, { planned, state })).toEqual([]);
          expect((await plan(resource, { prior: state, config, context: shelf, signal })).changes).toEqual([]);
        });
      }),
      { numRuns: 400 },
    );
  });

  test("what is write-only reaches the backend, and neither plan nor state nor what is read", async () => {
    await fc.assert(
      fc.asyncProperty(randomCases, async (it) => {
        await live(it, async ({ config, planned, state, shelf }) => {
          const { attributes, resource } = it;
          const seen = await read(resource, state, { context: shelf, signal });
          expect([planned, state, seen!].flatMap((values) => secretsOf(attributes, values))).toEqual([]);
          const secrets = secretsOf(attributes, config);
          expect(shelf.secrets.slice(shelf.secrets.length - secrets.length)).toEqual(secrets);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("what the backend spells otherwise is read as it was written, and so is what it decomposes", async () => {
    await fc.assert(
      fc.asyncProperty(randomCases, async (it) => {
        await live(it, async ({ state, shelf }) => {
          const seen = await read(it.resource, state, { context: shelf, signal });
          expect(JSON.stringify(seen)).toBe(JSON.stringify(state));
        });
      }),
      { numRuns: 200 },
    );
  });

  test("a config made from a state plans no change", async () => {
    await fc.assert(
      fc.asyncProperty(randomCases, async (it) => {
        await live(it, async ({ state, shelf }) => {
          const { attributes, resource } = it;
          const config = configOf(attributes, state);
          expect(secretsOf(attributes, config)).toEqual([]);
          expect((await plan(resource, { prior: state, config, context: shelf, signal })).changes).toEqual([]);
        });
      }),
      { numRuns: 200 },
    );
  });
});

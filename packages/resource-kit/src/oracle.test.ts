import fc from "fast-check";
import { apply } from "./apply";
import { checkApply, checkPlan } from "./oracle";
import { plan } from "./plan";
import { type AnyValues, s } from "./schema";
import { toy, toyAttributes, toyBackend } from "./toy.test-support";
import { UNKNOWN } from "./unknown";

const signal = new AbortController().signal;
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const text = fc.constantFrom("", "a", " a", "a b", "a  b", "b");

const configs: fc.Arbitrary<AnyValues> = fc
  .record({
    name: fc.constantFrom("one", "two"),
    kind: optional(fc.constantFrom("plain", "odd")),
    zone: optional(fc.constantFrom("x", "y")),
    tags: optional(fc.uniqueArray(fc.constantFrom("a", "b", "c"))),
    note: optional(fc.oneof(text, fc.constant(UNKNOWN))),
    keep: optional(fc.boolean()),
    parts: optional(
      fc.uniqueArray(fc.record({ name: fc.constantFrom("p", "q", "r"), text: optional(text) }).map(withoutUndefined), {
        selector: (part) => part.name,
      }),
    ),
    options: optional(fc.record({ size: optional(fc.nat(3)), loud: optional(fc.boolean()) }).map(withoutUndefined)),
  })
  .map(withoutUndefined);

function withoutUndefined<T extends object>(it: T): T {
  return Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as T;
}

/** What Terraform does with a plan that had unknown values: it plans again with all of them known. */
const resolved = (config: AnyValues): AnyValues => (config.note === UNKNOWN ? { ...config, note: "resolved" } : config);

describe("the kit's own plans and applies", () => {
  it("keep Terraform's rules for any two configs, and a plan after an apply is empty", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(configs, { minLength: 1, maxLength: 4 }), async (history) => {
        const context = toyBackend();
        let prior: AnyValues | undefined;
        for (const config of history) {
          const first = await plan(toy, { prior, config, context, signal });
          expect(checkPlan(toyAttributes, { prior, config, planned: first.planned })).toEqual([]);
          const before = first.replace.length > 0 ? undefined : prior;
          const final = await plan(toy, { prior: before, config: resolved(config), context, signal });
          const { state, diagnostics } = await apply(toy, { prior: before, planned: final.planned, context, signal });
          expect(diagnostics).toEqual([]);
          expect(checkApply(toyAttributes, { planned: final.planned, state: state ?? {} })).toEqual([]);
          expect((await plan(toy, { prior: state, config: resolved(config), context, signal })).changes).toEqual([]);
          prior = state;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the oracle", () => {
  const config = { name: "a", parts: [{ name: "p" }] };
  const planned = { name: "a", id: UNKNOWN, kind: "plain", parts: [{ name: "p", uid: UNKNOWN }] };

  it.each([
    ["a value that is neither the config's nor the one before", { ...planned, name: "b" }, "name: the plan is neither"],
    ["a value for what is neither configured nor computed", { ...planned, zone: "x" }, "zone: planned a value"],
    ["another number of blocks", { ...planned, parts: [] }, "parts: the config has 1 blocks, the plan 0"],
    ["a block that the config does not have", { ...planned, options: {} }, "options: planned a block"],
    ["a wholly unknown block", { ...planned, parts: [UNKNOWN] }, "parts[0]: a planned block may not"],
  ])("refuses a plan with %s", (_, wrong, message) => {
    expect(checkPlan(toyAttributes, { config, planned: wrong as AnyValues })[0]).toContain(message);
  });

  it.each([
    [
      "a known value that changed",
      { ...planned, id: "1", kind: "odd", parts: [{ name: "p", uid: "2" }] },
      "kind: not what was planned",
    ],
    ["a value still unknown", { ...planned, parts: [{ name: "p", uid: "2" }] }, "id: still unknown"],
    ["a block that is gone", { ...planned, id: "1", parts: [] }, "parts: 1 blocks were planned"],
  ])("refuses a result with %s", (_, wrong, message) => {
    expect(checkApply(toyAttributes, { planned, state: wrong as AnyValues })[0]).toContain(message);
  });
});

test("What stays may be planned as it was, or be gone, and is never computed anew", async () => {
  const attributes = { note: s.string({ description: "A note.", optional: true, stays: true }) };
  for (const planned of [{ note: "a" }, {}]) {
    expect(checkPlan(attributes, { prior: { note: "a" }, config: {}, planned })).toEqual([]);
  }
  const resource = { ...toy, attributes, refine: undefined, validate: undefined } as unknown as typeof toy;
  const { planned } = await plan(resource, { config: {}, context: toyBackend(), signal });
  expect(planned).toEqual({});
});

import { startServer } from "@palette-profiles/palette-server";
import {
  type AnyValues,
  apply,
  checkApply,
  checkPlan,
  hasErrors,
  plan,
  type Resource,
  read,
  UNKNOWN,
} from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import fc from "fast-check";
import { backendOf } from "./backend";
import type { LayerConfig, ProfileConfig } from "./door";
import { expectHolds } from "./holds";

const signal = new AbortController().signal;
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const without = <T extends object>(it: T): T =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as T;

const values = fc.constantFrom("a: 1\n", "a: 1", "# c\na:   1\n", "a: 2\n", "b: {c: [1, 2]}\n", "", "  \n");
const overrides = fc.constantFrom(
  "",
  "pack: {namespace: x}\n",
  "charts:\n  argo-cd:\n    server: {replicas: 2} # two\n",
  "charts: {argo-cd: {server: {replicas: 2}}}",
  "charts: null\nnew: {a: [1, on]}\n",
  "# spectrocloud.com/enabled-presets: A:b\n",
);
const manifests = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom("m1", "m2", "m3"),
    content: fc.constantFrom("kind: A\n", "kind: A", "kind: B\n---\nkind: C\n"),
  }),
  { selector: ({ name }) => name, maxLength: 3 },
);
const pack = (name: string, tags: string[]): fc.Arbitrary<LayerConfig> =>
  fc
    .record({
      name: fc.constant(name),
      type: optional(fc.constant("spectro")),
      tag: fc.constantFrom(...tags),
      registryName: optional(fc.constant("Public Repo")),
      texts: fc.oneof(fc.constant({}), fc.record({ values }), fc.record({ overrides })),
      manifests: optional(manifests),
    })
    .map(({ texts, ...layer }) => ({ ...layer, ...texts }))
    .map(without);
const layers = fc
  .tuple(
    optional(pack("argo-cd", ["7.7.5", "7.8.2"])),
    optional(pack("kubernetes", ["1.30.9", "1.31.5", "1.31.x"])),
    optional(pack("nginx", ["1.11.4"])),
    optional(
      fc.record({
        name: fc.constant("raw"),
        type: fc.constant("manifest"),
        manifests: manifests.filter((it) => it.length > 0),
      }),
    ),
  )
  .map((some) => some.filter((layer) => layer !== undefined))
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
const variables = fc
  .uniqueArray(
    fc
      .record({
        name: fc.constantFrom("v1", "v2", "v3"),
        defaultValue: optional(fc.constantFrom("x", "y")),
        isSensitive: optional(fc.boolean()),
        required: optional(fc.boolean()),
        hidden: optional(fc.boolean()),
        regex: optional(fc.constant("^[xy]$")),
        description: optional(fc.constantFrom("", "d")),
      })
      // Nobody could give such a variable a value, so that it is refused.
      .filter(({ hidden, required, defaultValue }) => !(hidden && required && defaultValue === undefined))
      .map(without),
    { selector: ({ name }) => name },
  )
  .map((list) => ({ variables: list.map((each) => ({ ...each, displayName: `The ${each.name}` })) }));
const configs: fc.Arbitrary<ProfileConfig> = fc
  .record({
    name: fc.constantFrom("one", "two"),
    version: optional(fc.constantFrom("1.0.0", "1.0", "1.1.0", "2.0.0-rc.1")),
    context: optional(fc.constantFrom("project", "tenant")),
    description: optional(fc.constantFrom("", "d", "e")),
    tags: optional(fc.uniqueArray(fc.constantFrom("a", "b:c", "d:e:f"))),
    packs: optional(layers),
    profileVariables: optional(variables),
  })
  .map(without);

/** Adds a layer that uses all variables. */
const using = (config: ProfileConfig): ProfileConfig => {
  const names = config.profileVariables?.variables.map(({ name }) => name) ?? [];
  if (names.length === 0) return config;
  const content = names.map((name) => `${name}: '{{.spectro.var.${name}}}'\n`).join("");
  const uses: LayerConfig = { name: "uses", type: "manifest", manifests: [{ name: "all", content }] };
  return { ...config, packs: [...(config.packs ?? []), uses] };
};

/** What an engine does with a config: looks, plans, and creates, updates, or replaces. */
async function step(resource: Resource<Palette>, context: Palette, state: AnyValues | undefined, config: AnyValues) {
  const run = { context, signal };
  const prior = state === undefined ? undefined : await read(resource, state, run);
  const planned = await plan(resource, { prior, config, ...run });
  expect(planned.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(checkPlan(resource.attributes, { prior, config, planned: planned.planned })).toEqual([]);
  if (planned.changes.length === 0) return { state: prior, planned };
  const replaced = planned.replace.length > 0;
  if (replaced) expect(hasErrors((await apply(resource, { prior, ...run })).diagnostics)).toBe(false);
  const done = await apply(resource, { prior: replaced ? undefined : prior, planned: planned.planned, ...run });
  expect(done.diagnostics).toEqual([]);
  expect(checkApply(resource.attributes, { planned: planned.planned, state: done.state ?? {} })).toEqual([]);
  return { state: done.state, planned };
}

describe("random profiles, one after the other", () => {
  it("are planned by Terraform's rules, applied as planned, and plan nothing afterwards", async () => {
    const [resource] = palette.resources as [Resource<Palette>];
    const server = await startServer();
    let run = 0;
    try {
      const environment = { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey };
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(configs, configs.map(using)), { minLength: 3, maxLength: 4 }),
          async (history) => {
            run += 1;
            const backend = await backendOf(server);
            const context = palette.configure({}, environment);
            let state: AnyValues | undefined;
            for (const config of history) {
              // Names of its own for each run: the server is shared.
              const own = { ...config, name: `${config.name}-${run}` };
              ({ state } = await step(resource, context, state, own));
              const again = await step(resource, context, state, own);
              expect(again.planned.changes).toEqual([]);
              await expectHolds(backend, String(state?.id), own);
            }
            if (state !== undefined) await apply(resource, { prior: state, context, signal });
          },
        ),
        // At least two steps from one profile to another in each.
        { numRuns: 260 },
      );
    } finally {
      await server.close();
    }
  }, 180_000);

  it("with values that are not known yet are never refused, and their plans keep Terraform's rules", async () => {
    const [resource] = palette.resources as [Resource<Palette>];
    const server = await startServer();
    try {
      const context = palette.configure({}, { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey });
      await fc.assert(
        fc.asyncProperty(configs.map(using), fc.infiniteStream(fc.nat(5)), async (known, dice) => {
          const config = blur(known, dice) as AnyValues;
          const { planned, diagnostics } = await plan(resource, { config, context, signal });
          // What is known may still be warned of, such as an infrastructure pack in an add-on profile.
          expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(checkPlan(resource.attributes, { config, planned })).toEqual([]);
        }),
        { numRuns: 200 },
      );
    } finally {
      await server.close();
    }
  }, 180_000);
});

/** Makes some of the values, at any depth, unknown. */
function blur(value: unknown, dice: Iterator<number>): unknown {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === "string" ? blurred(item, dice) : blur(item, dice)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === "object" ? blur(inner, dice) : blurred(inner, dice),
    ]),
  );
}

function blurred(value: unknown, dice: Iterator<number>): unknown {
  return dice.next().value === 0 ? UNKNOWN : value;
}

import { startServer } from "@palette-profiles/palette-server";
import {
  type AnyValues,
  apply,
  checkApply,
  checkPlan,
  plan,
  type Resource,
  read,
} from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import fc from "fast-check";
import { type Backend, backendOf } from "./backend";
import type { AppConfig, TierConfig } from "./door";

const signal = new AbortController().signal;
const registryName = "Public Repo";
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const without = <T extends object>(it: T): T =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as T;

const namespace = "pack:\n  namespace: a\n";
const manifests = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom("m1", "m2"),
    content: fc.constantFrom("kind: Namespace\nmetadata: {name: a}\n", "kind: Namespace\nmetadata: {name: b}\n"),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 2 },
);
const tier = (name: string): fc.Arbitrary<TierConfig> =>
  fc
    .oneof(
      fc.record({ type: fc.constant("manifest"), manifests }),
      fc.record({
        type: fc.constant("operator-instance"),
        packName: fc.constant("redis-operator"),
        tag: fc.constantFrom("6.2.12-1", "6.2.19-1"),
        registryName: optional(fc.constant(registryName)),
        properties: optional(fc.constantFrom({ redisVolumeSize: "2" }, { redisVolumeSize: "4" })),
        sensitiveProperties: optional(fc.constantFrom({ userPassword: "czE=" }, { userPassword: "czI=" })),
      }),
      fc.record({
        type: fc.constant("container"),
        tag: optional(fc.constant("1.0.2")),
        installOrder: optional(fc.constantFrom(0, 1)),
        values: fc.constantFrom(
          `${namespace}containerService:\n  image: a:1\n`,
          `# c\n${namespace}containerService: {image: "a:1"}`,
          `${namespace}containerService:\n  image: a:2\n`,
        ),
      }),
    )
    .map((it) => without({ name, ...it }) as TierConfig);
const tiers = fc
  .tuple(...["one", "two", "three", "four"].map((name) => optional(tier(name))))
  .map((some) => some.filter((it) => it !== undefined))
  .filter((some) => some.length > 0)
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
const configs: fc.Arbitrary<AppConfig> = fc
  .record({
    name: fc.constantFrom("one", "two"),
    version: optional(fc.constantFrom("1.0.0", "1.1.0", "2.0.0")),
    versionPolicy: optional(fc.constant("in_place")),
    context: optional(fc.constantFrom("project", "tenant")),
    description: optional(fc.constantFrom("", "d")),
    tags: optional(fc.uniqueArray(fc.constantFrom("a", "b:c"))),
    tiers,
  })
  .map(without);

/** What an engine does with a config: looks, plans, and creates, updates, or replaces. */
async function step(resource: Resource<Palette>, context: Palette, state: AnyValues | undefined, config: AnyValues) {
  const run = { context, signal };
  const prior = state === undefined ? undefined : await read(resource, state, run);
  const it = await plan(resource, { prior, config, ...run });
  expect(it.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(checkPlan(resource.attributes, { prior, config, planned: it.planned })).toEqual([]);
  if (it.changes.length === 0) return { state: prior, changes: it.changes };
  const replaced = it.replace.length > 0;
  if (replaced) expect((await apply(resource, { prior, ...run })).diagnostics).toEqual([]);
  const done = await apply(resource, { prior: replaced ? undefined : prior, planned: it.planned, ...run });
  expect(done.diagnostics).toEqual([]);
  expect(checkApply(resource.attributes, { planned: it.planned, state: done.state ?? {} })).toEqual([]);
  return { state: done.state, changes: it.changes };
}

/** Palette itself holds the tiers that are written, in their order. */
async function expectHeld(backend: Backend, uid: string, config: AppConfig): Promise<void> {
  const held = await backend.apps.tiers(uid);
  const outline = (it: { name?: string; type?: string; tag?: string; order?: number; properties: object }) => it;
  expect(
    held.spec?.appTiers?.map(({ metadata, spec }) =>
      outline({
        name: metadata?.name,
        type: spec?.type,
        order: spec?.installOrder ?? 0,
        properties: Object.fromEntries((spec?.properties ?? []).map(({ name, value }) => [name, value])),
      }),
    ),
  ).toEqual(
    (config.tiers ?? []).map(({ name, type, installOrder, properties, sensitiveProperties }) =>
      outline({
        name,
        type,
        order: installOrder ?? 0,
        properties: { ...properties, ...(sensitiveProperties && { userPassword: "********" }) },
      }),
    ),
  );
}

test("random app profiles, one after the other, are planned by Terraform's rules, applied as planned, and plan nothing afterwards", async () => {
  const resource = palette.resources.find(({ type }) => type === "app_profile") as Resource<Palette>;
  const server = await startServer();
  let run = 0;
  try {
    const environment = { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey };
    const backend = await backendOf(server);
    await fc.assert(
      fc.asyncProperty(fc.array(configs, { minLength: 3, maxLength: 4 }), async (history) => {
        run += 1;
        const context = palette.configure({}, environment);
        let state: AnyValues | undefined;
        for (const config of history) {
          // Names of its own for each run: the server is shared.
          const own = { ...config, name: `${config.name}-${run}` };
          ({ state } = await step(resource, context, state, own));
          expect((await step(resource, context, state, own)).changes).toEqual([]);
          await expectHeld(backend, String(state?.id), own);
        }
        if (state !== undefined) await apply(resource, { prior: state, context, signal });
      }),
      { numRuns: 40 },
    );
    expect(await backend.appProfiles()).toEqual([]);
  } finally {
    await server.close();
  }
}, 60_000);

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
import { backendOf } from "./backend";
import type { LayerConfig } from "./door";
import { addons, argo, namespaces, nginx } from "./profiles";

const [resource] = palette.resources as [Resource<Palette>];
const signal = new AbortController().signal;
const steps = fc.array(
  fc.record({
    name: fc.constantFrom("one", "two"),
    version: fc.constantFrom("1.0.0", "1.0", "v1.0.0", "1.1.0", "1.2.0", "2.0.0-rc.1", "2.0.0"),
    versionPolicy: fc.constantFrom(undefined, "new", "in_place"),
    retainVersions: fc.constantFrom(undefined, 1, 2),
    context: fc.constantFrom("project", "project", "project", "tenant"),
    adopt: fc.constantFrom(undefined, true),
    packs: fc.constantFrom<LayerConfig[][]>([argo(1)], [argo(2), nginx], [namespaces, argo(1)]),
  }),
  { minLength: 2, maxLength: 8 },
);

test.each(["4.8", "4.10"] as const)(
  "any history of versions, policies, names and scopes ends as it is written, and the state names what Palette %s has",
  async (paletteVersion) => {
    const server = await startServer({ paletteVersion });
    const backend = await backendOf(server);
    const environment = { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey };
    let count = 0;
    try {
      await fc.assert(
        fc.asyncProperty(steps, async (history) => {
          // A client of its own for each history, so that no one waits for the others' calls under Palette's rate limits.
          const run = { context: palette.configure({}, environment), signal };
          let state: AnyValues | undefined;
          count += 1;
          for (const { name, ...rest } of history) {
            // Names of its own for each history, so that a failure leaves nothing in the way of the next.
            const step = { ...rest, name: `${name}-${count}` };
            const config = Object.fromEntries(
              Object.entries(addons(step)).filter(([, value]) => value !== undefined),
            ) as AnyValues;
            const prior = state && (await read(resource, state, run));
            const { planned, replace, diagnostics } = await plan(resource, { prior, config, ...run });
            expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
            const before = replace.length > 0 ? undefined : prior;
            expect(checkPlan(resource.attributes, { prior: before, config, planned })).toEqual([]);
            if (replace.length > 0) await apply(resource, { prior, ...run });
            const done = await apply(resource, { prior: before, planned, ...run });
            expect(done.diagnostics).toEqual([]);
            state = done.state ?? {};
            expect(checkApply(resource.attributes, { planned, state })).toEqual([]);

            const again = await plan(resource, { prior: await read(resource, state, run), config, ...run });
            expect([again.changes, again.diagnostics]).toEqual([[], []]);
            const { metadata, spec } = await backend.api.get(String(state.id));
            const there = spec?.versions ?? [];
            expect(metadata?.name).toBe(step.name);
            expect(there.map(({ uid }) => uid).sort()).toEqual(
              Object.values(state.versions as Record<string, string>).sort(),
            );
            const kept = step.retainVersions ?? there.length;
            const isNew = !Object.values((prior?.versions ?? {}) as object).includes(state.id);
            // Nothing is newer than 2.0.0, so where it is new, only what is to be kept is left.
            if (isNew && step.version === "2.0.0") expect(there.length).toBeLessThanOrEqual(kept);
          }
          await apply(resource, { prior: state ?? {}, ...run });
        }),
        { numRuns: 40 },
      );
      expect(await backend.profiles()).toEqual([]);
    } finally {
      await server.close();
    }
  },
  120_000,
);

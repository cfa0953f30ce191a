import type { RunningServer } from "@palette-profiles/palette-server";
import type { AnyValues, Diagnostic, Resource } from "@palette-profiles/resource-kit";
import { apply, hasErrors, plan, read, toDiagnostic } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import type { Configs, Door, Kind, Outcome, Stack } from "./door";

/** The resource itself, without an engine around it. */
export const kitDoor: Door = {
  name: "the kit",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    const resource = palette.resources.find(({ type }) => type === `${kind}_profile`) as Resource<Palette>;
    const context = palette.configure(
      {},
      {
        SPECTROCLOUD_HOST: server.url,
        SPECTROCLOUD_APIKEY: server.apiKey,
        SPECTROCLOUD_PROJECT: server.project,
        ...environment,
      },
    );
    const run = { context, signal: new AbortController().signal };
    let state: AnyValues | undefined;

    const refreshed = async () => (state === undefined ? undefined : read(resource, state, run));
    const planned = async (config: Configs[K]) => {
      const prior = await refreshed();
      return { prior, ...(await plan(resource, { prior, config: { ...config }, ...run })) };
    };
    const outcome = (it: Awaited<ReturnType<typeof planned>>, diagnostics: Diagnostic[] = it.diagnostics): Outcome => ({
      action:
        it.changes.length === 0
          ? "none"
          : it.prior === undefined
            ? "create"
            : it.replace.length > 0
              ? "replace"
              : "update",
      errors: told(diagnostics),
    });
    const guarded = async (act: () => Promise<Outcome>): Promise<Outcome> => {
      try {
        return await act();
      } catch (error) {
        return { action: "none", errors: told([toDiagnostic(error)]) };
      }
    };

    return {
      plan: (config) => guarded(async () => outcome(await planned(config))),
      apply: (config) =>
        guarded(async () => {
          const it = await planned(config);
          state = it.prior;
          if (hasErrors(it.diagnostics) || it.changes.length === 0) return outcome(it);
          if (it.replace.length > 0) {
            const gone = await apply(resource, { prior: it.prior, ...run });
            if (hasErrors(gone.diagnostics)) return outcome(it, gone.diagnostics);
          }
          const prior = it.replace.length > 0 ? undefined : it.prior;
          const done = await apply(resource, { prior, planned: it.planned, ...run });
          state = done.state;
          return outcome(it, done.diagnostics);
        }),
      destroy: () =>
        guarded(async () => {
          const done = await apply(resource, { prior: await refreshed(), ...run });
          state = done.state;
          return { action: "none", errors: told(done.diagnostics) };
        }),
      import: (id, config) =>
        guarded(async () => {
          const found = await resource.import!.find(id, run);
          state = await read(resource, found, run);
          return outcome(await planned(config));
        }),
      state: async () => JSON.stringify(state ?? {}),
      close: async () => undefined,
    };
  },
};

function told(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ summary, detail }) => `${summary}\n${detail}`)
    .join("\n");
}

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { createEngine, type OperationResult } from "../pulumi-engine";
import type { Action, Configs, Door, Kind, Outcome, Stack } from "../scenarios/door";

export const PROGRAM = join(__dirname, "program");

/** A Pulumi program run by the engine of `test/pulumi-engine`. */
export const engineDoor: Door = {
  name: "Pulumi",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    const folder = await mkdtemp(join(tmpdir(), "palette-pulumi-"));
    const file = join(folder, "state.json");
    const profile = join(folder, "profile.json");
    const engine = async (config?: Configs[K]) => {
      if (config !== undefined) await writeFile(profile, JSON.stringify(config));
      return createEngine({
        program: PROGRAM,
        state: file,
        env: {
          SPECTROCLOUD_HOST: server.url,
          SPECTROCLOUD_APIKEY: server.apiKey,
          SPECTROCLOUD_PROJECT: server.project,
          PROFILE_FILE: profile,
          PROFILE_KIND: kind,
          ...environment,
        },
      });
    };
    return {
      plan: async (config) => outcomeOf(await (await engine(config)).preview({ refresh: true })),
      apply: async (config) => outcomeOf(await (await engine(config)).up({ refresh: true })),
      destroy: async () => outcomeOf(await (await engine()).destroy()),
      state: () => readFile(file, "utf8"),
      close: () => rm(folder, { recursive: true }),
    };
  },
};

function outcomeOf({ steps, diagnostics }: OperationResult): Outcome {
  const actions: Partial<Record<string, Action>> = { create: "create", update: "update", replace: "replace" };
  const [action] = steps.filter((step) => step.name === "it").flatMap((step) => actions[step.op] ?? []);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  return { action: action ?? "none", errors: errors.join("\n") };
}

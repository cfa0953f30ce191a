import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { AppProfile, ClusterProfile, SystemProfile } from "@palette-profiles/pulumi";
import { createEngine, type OperationResult, Session } from "../pulumi-engine";
import type { Action, Configs, Door, Kind, Outcome, Stack } from "../scenarios/door";

export const PROGRAM = join(__dirname, "program");
// Each class has the properties of its own; those of another are not there, as in any program.
type AnyProfile = new (name: string, args: never) => Partial<ClusterProfile & AppProfile & SystemProfile>;
const CLASSES = { cluster: ClusterProfile, app: AppProfile, system: SystemProfile };

/**
 * The program of `program/`, run in this process by the engine of `test/pulumi-engine`. The host of dynamic providers is
 * a process of its own, one for each stack.
 */
export const engineDoor: Door = {
  name: "Pulumi",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    const folder = await mkdtemp(join(tmpdir(), "palette-pulumi-"));
    const state = join(folder, "state.json");
    const session = new Session();
    const Profile = CLASSES[kind] as unknown as AnyProfile;
    const env = {
      SPECTROCLOUD_HOST: server.url,
      SPECTROCLOUD_APIKEY: server.apiKey,
      SPECTROCLOUD_PROJECT: server.project,
      ...environment,
    };
    const engine = (config?: Configs[K]) => {
      const inline = () => {
        const { uid, versions, packs, profileVariables, tiers, previousLayers } = new Profile("it", config as never);
        return { uid, versions, packs, variables: profileVariables, tiers, layers: previousLayers };
      };
      return createEngine({ program: PROGRAM, inline, state, session, env });
    };
    return {
      plan: async (config) => outcomeOf(await engine(config).preview({ refresh: true })),
      apply: async (config) => outcomeOf(await engine(config).up({ refresh: true })),
      destroy: async () => outcomeOf(await engine().destroy()),
      state: () => readFile(state, "utf8"),
      async close() {
        await session.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

function outcomeOf({ steps, diagnostics }: OperationResult): Outcome {
  const actions: Partial<Record<string, Action>> = { create: "create", update: "update", replace: "replace" };
  const [action] = steps.filter((step) => step.name === "it").flatMap((step) => actions[step.op] ?? []);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  return { action: action ?? "none", errors: errors.join("\n") };
}

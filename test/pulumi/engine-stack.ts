import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import type { AppProfile, ClusterProfile, SystemProfile } from "@palette-profiles/pulumi";
import { createEngine, type OperationResult, type PluginSource, Session } from "../pulumi-engine";
import type { Action, Configs, Kind, Outcome, Stack } from "../scenarios/door";

/** The program that the command runs; the engine runs the same in this process. */
export const PROGRAM = join(__dirname, "program");

// Each class has the properties of its own; those of another are not there, as in any program.
type AnyProfile = new (
  name: string,
  args: never,
  opts?: { import?: string },
) => Partial<ClusterProfile & AppProfile & SystemProfile>;

/** How a mode of the package is used. */
export interface ModeOfUse {
  classes: Record<Kind, unknown>;
  plugins?: Readonly<Record<string, PluginSource>>;
}

/** A stack of the test engine with one profile. Its program runs in this process, and its plugin's process is kept. */
export async function openEngineStack<K extends Kind>(
  { classes, plugins }: ModeOfUse,
  server: RunningServer,
  environment: Record<string, string>,
  kind: K,
): Promise<Required<Stack<K>>> {
  const folder = await mkdtemp(join(tmpdir(), "palette-pulumi-"));
  const state = join(folder, "state.json");
  const session = new Session();
  const Profile = classes[kind] as AnyProfile;
  const env = {
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
    ...environment,
  };
  const engine = (config?: Configs[K], id?: string) => {
    const inline = () => {
      const it = new Profile("it", config as never, id === undefined ? {} : { import: id });
      const { uid, versions, packs, profileVariables, tiers, previousLayers } = it;
      return { uid, versions, packs, variables: profileVariables, tiers, layers: previousLayers };
    };
    return createEngine({
      program: PROGRAM,
      inline,
      state,
      session,
      env,
      ...(plugins === undefined ? {} : { plugins }),
    });
  };
  return {
    plan: async (config) => outcomeOf(await engine(config).preview({ refresh: true })),
    apply: async (config) => outcomeOf(await engine(config).up({ refresh: true })),
    destroy: async () => outcomeOf(await engine().destroy()),
    async import(id, config) {
      // Into a state that knows nothing: an import over what is managed would replace it.
      await rm(state, { force: true });
      return outcomeOf(await engine(config, id).up());
    },
    state: () => readFile(state, "utf8"),
    async close() {
      await session.close();
      await rm(folder, { recursive: true });
    },
  };
}

function outcomeOf({ steps, diagnostics }: OperationResult): Outcome {
  const actions: Partial<Record<string, Action>> = { create: "create", update: "update", replace: "replace" };
  const [action] = steps.filter((step) => step.name === "it").flatMap((step) => actions[step.op] ?? []);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  return { action: action ?? "none", errors: errors.join("\n") };
}

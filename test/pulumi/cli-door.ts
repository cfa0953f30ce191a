import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import type { Action, Configs, Door, Kind, Outcome, Stack } from "../scenarios/door";
import { cliRunner } from "./cli-runner";
import { PROGRAM } from "./engine-stack";
import type { Result } from "./runner";

/** The same program run by the `pulumi` command. */
export const cliDoor: Door = {
  name: "Pulumi",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    const stack = await cliRunner.open({ files: { "index.js": await readFile(join(PROGRAM, "index.js"), "utf8") } });
    const profile = join(stack.folder, "profile.json");
    const env = {
      SPECTROCLOUD_HOST: server.url,
      SPECTROCLOUD_APIKEY: server.apiKey,
      SPECTROCLOUD_PROJECT: server.project,
      PROFILE_FILE: profile,
      PROFILE_KIND: kind,
      ...environment,
    };
    await stack.change({ env });
    const write = (config: Configs[K]) => writeFile(profile, JSON.stringify(config));
    return {
      async plan(config) {
        await write(config);
        return outcomeOf(await stack.preview({ refresh: true }));
      },
      async apply(config) {
        await write(config);
        return outcomeOf(await stack.up({ refresh: true }));
      },
      destroy: async () => outcomeOf(await stack.destroy()),
      state: stack.state,
      close: stack.close,
    };
  },
};

function outcomeOf({ steps, errors }: Result): Outcome {
  const actions: Partial<Record<string, Action>> = { create: "create", update: "update", replace: "replace" };
  const [action] = steps.filter((step) => step.name === "it").flatMap((step) => actions[step.op] ?? []);
  return { action: action ?? "none", errors: errors.join("\n") };
}

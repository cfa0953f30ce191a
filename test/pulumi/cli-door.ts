import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import type { Action, Configs, Door, Kind, Outcome, Stack } from "../scenarios/door";
import { PROGRAM } from "./engine-door";

/** What of the CLI's stream of events matters here. */
interface CliEvent {
  resourcePreEvent?: { metadata: { op: string; urn: string } };
  diagnosticEvent?: { severity: string; message: string };
}

const ACTIONS: Readonly<Record<string, Action>> = {
  create: "create",
  update: "update",
  replace: "replace",
  "create-replacement": "replace",
};

/** The same program run by the `pulumi` command, with a backend in a folder and without an account. */
export const cliDoor: Door = {
  name: "Pulumi",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    const folder = await mkdtemp(join(tmpdir(), "palette-pulumi-cli-"));
    const program = join(folder, "program");
    await cp(PROGRAM, program, { recursive: true });
    await mkdir(join(folder, "backend"));
    await symlink(join(__dirname, "../node_modules"), join(program, "node_modules"));
    const profile = join(folder, "profile.json");
    const run = async (args: string[], config?: Configs[K]) => {
      if (config !== undefined) await writeFile(profile, JSON.stringify(config));
      return pulumi(args, program, {
        PULUMI_HOME: join(folder, "home"),
        PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
        SPECTROCLOUD_HOST: server.url,
        SPECTROCLOUD_APIKEY: server.apiKey,
        SPECTROCLOUD_PROJECT: server.project,
        PROFILE_FILE: profile,
        PROFILE_KIND: kind,
        ...environment,
      });
    };
    const init = await run(["stack", "init", "dev"]);
    if (init.code !== 0) throw new Error(init.output);
    return {
      plan: async (config) => outcomeOf((await run(["preview", "--refresh", "--json"], config)).output),
      apply: async (config) =>
        outcomeOf((await run(["up", "--yes", "--skip-preview", "--refresh", "--json"], config)).output),
      destroy: async () => outcomeOf((await run(["destroy", "--yes", "--skip-preview", "--json"])).output),
      state: () => readFile(join(folder, "backend/.pulumi/stacks/one-profile/dev.json"), "utf8"),
      close: () => rm(folder, { recursive: true }),
    };
  },
};

function outcomeOf(output: string): Outcome {
  const events = output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as CliEvent);
  const [action] = events.flatMap(({ resourcePreEvent }) =>
    resourcePreEvent?.metadata.urn.endsWith("::it") ? (ACTIONS[resourcePreEvent.metadata.op] ?? []) : [],
  );
  const errors = events.flatMap(({ diagnosticEvent }) =>
    diagnosticEvent?.severity === "error" ? diagnosticEvent.message : [],
  );
  return { action: action ?? "none", errors: errors.join("\n") };
}

async function pulumi(
  args: string[],
  directory: string,
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  return await new Promise((resolve) => {
    const options = { cwd: directory, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile("pulumi", [...args, "--non-interactive"], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: `${stdout}\n${stderr}` });
    });
  });
}

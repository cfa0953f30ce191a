import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DeployOptions, Import, OperationOptions } from "../pulumi-engine";
import { type CliEvent, outputsOf, stepsOf } from "./cli-steps";
import { createProgramFolder } from "./program-folder";
import { runPulumi } from "./run-pulumi";
import type { Result, Runner, Setup } from "./runner";

/** Programs run by the `pulumi` command, with a backend in a folder and without an account. */
export const cliRunner: Runner = {
  name: "the pulumi command",
  async open(first = {}) {
    const folder = await createProgramFolder();
    const backend = join(folder.root, "backend");
    let setup: Setup = {};
    await mkdir(backend);
    const pulumi = (...args: string[]) =>
      runPulumi(args, folder.program, {
        PULUMI_HOME: join(folder.root, "home"),
        PULUMI_BACKEND_URL: `file://${backend}`,
        ...setup.env,
      });
    const change = async (next: Setup) => {
      setup = { ...setup, ...next };
      await folder.write(next);
      for (const [kind, values] of [
        ["--plaintext", next.config],
        ["--secret", next.secretConfig],
      ] as const) {
        for (const [key, value] of Object.entries(values ?? {})) {
          await well(pulumi("config", "set", kind, "--stack", "dev", key, "--", value));
        }
      }
    };
    await folder.write(first);
    await well(pulumi("stack", "init", "dev"));
    await change(first);

    const operate = async (...args: string[]): Promise<Result> => resultOf(await pulumi(...args, "--json"));
    const withOutputs = async (result: Result): Promise<Result> => {
      const { stdout } = await well(pulumi("stack", "output", "--json", "--show-secrets"));
      return { ...result, outputs: JSON.parse(stdout) };
    };
    return {
      folder: folder.program,
      change,
      preview: (how) => operate("preview", ...flags(how)),
      up: async (how) => withOutputs(await operate("up", "--yes", "--skip-preview", ...flags(how))),
      refresh: (how = {}) =>
        operate("refresh", ...(how.preview ? ["--preview-only"] : ["--yes", "--skip-preview"]), ...flags(how)),
      destroy: () => operate("destroy", "--yes", "--skip-preview"),
      import: (what) => operate("import", "--yes", "--skip-preview", "--generate-code=false", ...imported(what)),
      state: () => readFile(join(backend, ".pulumi/stacks/tried/dev.json"), "utf8"),
      close: folder.remove,
    };
  },
};

function flags({ refresh, expectNoChanges }: DeployOptions & OperationOptions = {}): string[] {
  return [...(refresh ? ["--refresh"] : []), ...(expectNoChanges ? ["--expect-no-changes"] : [])];
}

function imported({ type, name, id, protect = true }: Import): string[] {
  return [type, name, id, `--protect=${protect}`];
}

interface Ran {
  ok: boolean;
  stdout: string;
  stderr: string;
}

async function well(running: Promise<Ran>): Promise<Ran> {
  const ran = await running;
  if (!ran.ok) throw new Error(ran.stdout + ran.stderr);
  return ran;
}

/** Errors of the command's own, which stand on stderr, are told with those of resources. */
function resultOf({ ok, stdout, stderr }: Ran): Result {
  const events = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as CliEvent);
  const told = events.flatMap(({ diagnosticEvent }) => diagnosticEvent ?? []);
  const own = stderr.split("\n").filter((line) => line.startsWith("error: "));
  const errors = told.filter(({ severity }) => severity === "error").map(({ message }) => message.trim());
  return {
    ok,
    steps: stepsOf(events),
    outputs: outputsOf(events),
    errors: [...errors, ...own.map((line) => line.slice("error: ".length))],
    warnings: told
      .filter(({ severity }) => severity === "warning")
      .map(({ message, urn }) => ({
        message: message.trim(),
        ...(urn === undefined || urn === "" ? {} : { name: urn.split("::").at(-1)! }),
      })),
    told: JSON.stringify(told.filter(({ severity }) => severity !== "debug")) + stderr,
  };
}

import { createRequire } from "node:module";
import { join } from "node:path";
import { type Child, startChild } from "./child";
import type { Project } from "./project";

/** Starts the program as Pulumi's language host does: the SDK's run entry, with its flags and two variables. */
export function startProgram(it: {
  project: Project;
  stack: string;
  monitorAddress: string;
  engineAddress: string;
  dryRun: boolean;
  config: Readonly<Record<string, string>>;
  secretKeys: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  onLine: (line: string, stream: "stdout" | "stderr") => void;
}): Child {
  const { project } = it;
  const run = createRequire(join(project.directory, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  const flags: [string, string][] = [
    ["monitor", it.monitorAddress],
    ["engine", it.engineAddress],
    ["organization", "organization"],
    ["project", project.name],
    ["root-directory", project.root],
    ["stack", it.stack],
    ["pwd", project.directory],
  ];
  const args = [
    run,
    ...flags.flatMap(([flag, value]) => [`--${flag}`, value]),
    ...(it.dryRun ? ["--dry-run"] : []),
    "--parallel",
    "16",
    ".",
  ];
  return startChild(process.execPath, args, {
    directory: project.directory,
    env: {
      ...it.env,
      ...(project.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
      PULUMI_CONFIG: JSON.stringify(it.config),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(it.secretKeys),
    },
    onLine: it.onLine,
  });
}

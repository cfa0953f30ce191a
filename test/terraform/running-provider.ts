import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { builtBundle } from "./built-provider";

/**
 * The built provider, which waits for any Terraform, as under a debugger. Terraform starts one three or four times a command, which
 * takes most of the command's time; that it can is for the tests of processes, of the installation and of the examples.
 */
export interface RunningProvider {
  /** What makes Terraform use it. */
  environment: Record<string, string>;
  isRunning(): boolean;
  stop(): void;
}

/** @param folder where it runs: relative paths in a configuration begin there */
export async function startProvider(
  environment: Record<string, string | undefined>,
  folder: string,
): Promise<RunningProvider> {
  const child = spawn(process.execPath, [builtBundle(), "--debug"], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const at = line.indexOf("=");
  return {
    environment: { [line.slice(0, at)]: line.slice(at + 2, -1) },
    isRunning: () => child.exitCode === null,
    stop: () => void child.kill("SIGTERM"),
  };
}

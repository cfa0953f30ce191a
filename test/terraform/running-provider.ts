import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { TERRAFORM } from "./binaries";
import { builtBundle } from "./built-provider";
import { createProject, type Project } from "./terraform";

/** The built provider, which waits for any Terraform, as under a debugger. */
export interface RunningProvider {
  /** What makes Terraform use it. */
  environment: Record<string, string>;
  isRunning(): boolean;
  stop(): void;
}

export async function startProvider(environment: Record<string, string>): Promise<RunningProvider> {
  const child = spawn(process.execPath, [builtBundle(), "--debug"], {
    env: { PATH: process.env.PATH, ...environment },
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

/**
 * A project whose provider keeps running from command to command. Terraform starts one three or four times a command, which takes most
 * of the command's time; that it can is for the tests of processes, of the installation and of the examples.
 */
export async function createServedProject(more: Record<string, string> = {}, binary = TERRAFORM): Promise<Project> {
  const environment = { PALETTE_ORACLE: "1", ...more };
  const provider = await startProvider(environment);
  const project = await createProject({ ...environment, ...provider.environment }, binary);
  const remove = () => {
    provider.stop();
    project.remove();
  };
  return { ...project, remove };
}

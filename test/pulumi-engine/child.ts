import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Child {
  process: ChildProcess;
  /** The exit code, or the signal's name. */
  exited: Promise<number | string>;
  /** Ends it, at once if it does not listen. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 2000;

/** Starts a program whose output is read line by line. */
export function startChild(
  command: string,
  args: readonly string[],
  it: {
    directory: string;
    env: Readonly<Record<string, string | undefined>>;
    onLine: (line: string, stream: "stdout" | "stderr") => void;
  },
): Child {
  const child = spawn(command, args, {
    cwd: it.directory,
    env: { ...process.env, ...it.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of ["stdout", "stderr"] as const) {
    createInterface({ input: child[stream] }).on("line", (line) => it.onLine(line, stream));
  }
  const exited = new Promise<number | string>((resolve, reject) => {
    child.once("error", reject);
    // "close" comes after the last line of output.
    child.once("close", (code, signal) => resolve(code ?? signal ?? -1));
  });
  // Nothing outlives the engine.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
  return {
    process: child,
    exited,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

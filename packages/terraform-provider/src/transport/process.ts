import { log } from "./log";

/** Everything that would go to stdout goes to stderr, but what is written with the function that is returned. */
export function guardStdout(): (line: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (line) => void write(`${line}\n`);
}

/** Terraform sends SIGINT to the whole group and then says stop to each provider; what is in flight must not die of it. */
export function surviveInterrupts(): void {
  process.on("SIGINT", () => log("debug", "SIGINT is left to Terraform"));
}

/** One call's stray error must not take down the others, whose results would be lost with the process. */
export function surviveStrayErrors(): void {
  const tell = (error: unknown) =>
    log("error", "Stray error", { error: error instanceof Error ? error.stack : String(error) });
  process.on("uncaughtException", tell);
  process.on("unhandledRejection", tell);
}

/** A killed Terraform says no goodbye: its orphan sees another parent than the one that started it. */
export function exitWithParent(exit: () => void, interval = 1000): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) exit();
  }, interval);
  timer.unref();
}

/** Everything that would go to stdout goes to stderr, but what is written with the function that is returned. */
export function guardStdout(): (line: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (line) => void write(`${line}\n`);
}

/** A killed Pulumi says no goodbye: its orphan sees another parent than the one that started it. */
export function exitWithParent(exit: () => void, interval = 1000): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) exit();
  }, interval).unref();
}

/**
 * Ends at the first signal when the calls under way are answered, so that what they made is kept, and at the second at once.
 * @param stop tells the calls under way to end, and resolves when they have.
 */
export function endOnSignals(stop: () => Promise<void>): void {
  let signals = 0;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(130);
      void stop().then(() => process.exit(0));
    });
  }
}

/** One call's stray error must not take down the others, whose results would be lost with the process. */
export function surviveStrayErrors(): void {
  const tell = (error: unknown) => {
    process.stderr.write(`palette: stray error: ${error instanceof Error ? error.stack : String(error)}\n`);
  };
  process.on("uncaughtException", tell);
  process.on("unhandledRejection", tell);
}

import type { Warn } from "../runtime/engine-log";

/**
 * Warnings to the log of the engine at an address; to stderr, which Pulumi shows too, where there is none or it does not
 * answer.
 */
export function engineWarn(address: string | undefined): Warn {
  let log: Warn | undefined;
  return async (message, urn) => {
    try {
      if (address === undefined || address === "") throw new Error("no engine");
      // Loaded here, since most operations warn of nothing.
      log ??= (require("../runtime/engine-log") as typeof import("../runtime/engine-log")).engineLog(address);
      await log(message, urn);
    } catch {
      process.stderr.write(`warning: ${urn.split("::").at(-1) ?? ""}: ${message}\n`);
    }
  };
}

import type * as engineLogModule from "./engine-log";

type Warn = engineLogModule.Warn;

/**
 * Warnings to the log of Pulumi's engine.
 * @param address the engine's; where there is none or it does not answer, warnings go to stderr, which Pulumi shows too.
 */
export function engineWarn(address = ""): Warn {
  let log: Warn | undefined;
  return async (message, urn) => {
    try {
      // Loaded here, since most operations warn of nothing.
      const { engineLog } = require("./engine-log") as typeof engineLogModule;
      log ??= engineLog(address);
      await log(message, urn);
    } catch {
      const name = urn.split("::").at(-1) ?? "";
      process.stderr.write(`warning: ${name === "" ? "" : `${name}: `}${message}\n`);
    }
  };
}

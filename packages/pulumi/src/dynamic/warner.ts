import type * as engineLogModule from "../runtime/engine-log";

type Warn = engineLogModule.Warn;

/**
 * Warnings from Pulumi's host of dynamic providers, which gives a provider no log: they go to the log of the engine,
 * whose address is the host's last argument, and to stderr where there is none. Each is said once in an operation, though
 * a replacement is planned twice.
 */
export function warner(argv: readonly string[] = process.argv): Warn {
  const address = argv.at(-1) ?? "";
  const said = new Set<string>();
  let log: Warn | undefined;
  return async (message, urn) => {
    const once = `${urn} ${message}`;
    if (said.has(once)) return;
    said.add(once);
    try {
      // Loaded here, since most operations warn of nothing.
      const { engineLog } = require("../runtime/engine-log") as typeof engineLogModule;
      log ??= engineLog(address);
      await log(message, urn);
    } catch {
      const name = urn.split("::").at(-1);
      console.warn(`warning: ${name === undefined || name === "" ? "" : `${name}: `}${message}`);
    }
  };
}

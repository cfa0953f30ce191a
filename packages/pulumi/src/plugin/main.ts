import { engineWarn } from "../runtime/engine-warn";
import { endOnSignals, exitWithParent, guardStdout, surviveStrayErrors } from "./lifetime";
import { serve } from "./serve";
import { Session } from "./session";

/**
 * Serves the package to the Pulumi that started this process, and ends with it. Pulumi's engine is at the address in the
 * first argument; without one it attaches (`PULUMI_DEBUG_PROVIDERS=palette:PORT`).
 */
async function main(engine: string | undefined): Promise<void> {
  const print = guardStdout();
  surviveStrayErrors();
  // Loaded when the first call needs it: the port is printed before.
  const load = async () => (require("./palette-plugin") as typeof import("./palette-plugin")).palettePlugin;
  const session = new Session(load, { warn: engineWarn(engine) });
  const serving = await serve(session, engineWarn);
  endOnSignals(() => {
    session.cancel();
    return serving.close();
  });
  exitWithParent(() => process.exit(0));
  print(String(serving.port));
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`palette: the plugin cannot be served: ${String(error)}\n`);
  process.exitCode = 1;
});

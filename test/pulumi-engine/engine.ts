import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import type { Child } from "./child";
import { deleteAll } from "./deletion";
import { createDeployment, messageOf } from "./deployment";
import { importResource } from "./import-resource";
import { runInline } from "./inline-program";
import { Journal } from "./journal";
import { monitorService } from "./monitor-service";
import { startProgram } from "./program";
import { readProject } from "./project";
import { Providers } from "./providers";
import { refreshAll } from "./refresh";
import { Session } from "./session";
import { State } from "./state";
import type { DeployOptions, Engine, EngineOptions, OperationOptions, OperationResult } from "./types";
import { listen } from "./wire";

/** After a failure the program has this long to end by itself. */
const PATIENCE_MS = 3000;

/**
 * A small Pulumi engine: the real SDK and the real plugins, over the real protocol. See README.md for what it leaves
 * out.
 */
export function createEngine(options: EngineOptions): Engine {
  const project = readProject(options.program);
  const stack = options.stack ?? "dev";
  const config = options.config ?? {};
  const env = options.env ?? {};

  /** Runs an operation with the session's plugins, or with some of its own. */
  const operate = async (
    keep: boolean,
    { expectNoChanges = false }: OperationOptions,
    work: (it: Operating) => Promise<void>,
  ): Promise<OperationResult> => {
    const journal = new Journal(options);
    const session = options.session ?? new Session();
    session.journal = journal;
    try {
      const state = new State(options.state, options.passphrase ?? env.PULUMI_CONFIG_PASSPHRASE ?? "", keep);
      const providers = new Providers({ ...options, session, project, stack, state });
      await work({ journal, session, state, providers });
    } catch (error) {
      if (!journal.failed) journal.fail(messageOf(error));
    } finally {
      if (options.session === undefined) await session.close();
      else await session.settle();
    }
    if (expectNoChanges && journal.changes > 0 && !journal.failed) {
      journal.fail(`No changes were expected, and there are ${journal.changes}.`);
    }
    return journal.result();
  };

  const deploy = (dryRun: boolean, how: DeployOptions = {}) =>
    operate(!dryRun, how, async ({ journal, session, state, providers }) => {
      providers.warm();
      const ready = how.refresh === true ? refreshAll({ providers, state, journal }) : Promise.resolve();
      const afterFailure = options.inline === undefined ? "end" : "unknown";
      const own = { ready, providers, state, journal, stack, project: project.name, dryRun, afterFailure } as const;
      const deployment = createDeployment(own);
      const monitor = await listen([{ definition: ResourceMonitorService, handlers: monitorService(deployment) }]);
      const run = {
        stack,
        monitorAddress: monitor.address,
        engineAddress: await session.engineAddress(),
        dryRun,
        config,
        secretKeys: options.secretConfig ?? [],
      };
      try {
        if (options.inline !== undefined) {
          await runInline(options.inline, { ...run, project: project.name });
        } else {
          const onLine = (message: string) => journal.say({ severity: "info", message });
          const code = await endOf(startProgram({ ...run, project, env, onLine }), journal);
          if (code !== 0 && !journal.failed) journal.fail(`The program ended with ${code}.`);
        }
        await ready;
        if (!journal.failed) await deployment.finish();
      } finally {
        monitor.close();
      }
    });

  return {
    preview: (how) => deploy(true, how),
    up: (how) => deploy(false, how),
    refresh: (how = {}) => operate(how.preview !== true, how, refreshAll),
    destroy: () => operate(true, {}, async (it) => deleteAll({ ...it, dryRun: false }, it.state.resources)),
    import: (what) => operate(true, {}, async (it) => importResource({ ...it, stack, project: project.name }, what)),
  };
}

interface Operating {
  journal: Journal;
  session: Session;
  state: State;
  providers: Providers;
}

/** Waits for the program; after a failure not for ever. */
async function endOf(program: Child, journal: Journal): Promise<number | string> {
  const watch = setInterval(() => {
    if (!journal.failed) return;
    clearInterval(watch);
    setTimeout(() => void program.stop(), PATIENCE_MS).unref();
  }, 50);
  const code = await program.exited;
  clearInterval(watch);
  return code;
}

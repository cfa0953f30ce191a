import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import type { Child } from "./child";
import { createDeployment, deleteResource } from "./deployment";
import { DynamicHost } from "./dynamic-host";
import { engineService } from "./engine-service";
import { Journal } from "./journal";
import { monitorService } from "./monitor-service";
import { startProgram } from "./program";
import { readProject } from "./project";
import { refreshAll } from "./refresh";
import { State } from "./state";
import type { DeployOptions, Engine, EngineOptions, OperationResult } from "./types";
import { listen } from "./wire";

/** After a failure the program has this long to end by itself. */
const PATIENCE_MS = 3000;

/**
 * A small Pulumi engine for programs of dynamic resources: the real SDK and the real host of dynamic providers, over
 * the real protocol. See README.md for what it leaves out.
 */
export function createEngine(options: EngineOptions): Engine {
  const project = readProject(options.program);
  const stack = options.stack ?? "dev";
  const config = options.config ?? {};
  const env = options.env ?? {};
  const openState = (keep = true) =>
    new State(options.state, options.passphrase ?? env.PULUMI_CONFIG_PASSPHRASE ?? "", keep);

  /** Runs an operation with the host of dynamic providers, which starts while the work does. */
  const withHost = async (work: (it: Operating) => Promise<void>): Promise<OperationResult> => {
    const journal = new Journal(options);
    const handlers = engineService({ onDiagnostic: (diagnostic) => journal.say(diagnostic) });
    const server = await listen([{ definition: EngineService, handlers }]);
    const engineAddress = server.address;
    const onLine = (message: string) => journal.say({ severity: "info", message });
    const host = DynamicHost.start({ project, stack, engineAddress, env, config, onLine });
    host.catch((error: Error) => journal.fail(error.message));
    try {
      await work({ host, journal, engineAddress });
    } catch (error) {
      if (!journal.failed) journal.fail(error instanceof Error ? error.message : String(error));
    } finally {
      await host.then((started) => started.stop()).catch(() => undefined);
      server.close();
    }
    return journal.result();
  };

  const deploy = (dryRun: boolean, { refresh = false }: DeployOptions = {}) =>
    withHost(async ({ host, journal, engineAddress }) => {
      const state = openState(!dryRun);
      const ready = refresh ? refreshed({ host, state, journal }) : host;
      const deployment = createDeployment({ host: ready, state, journal, stack, project: project.name, dryRun });
      const monitor = await listen([{ definition: ResourceMonitorService, handlers: monitorService(deployment) }]);
      try {
        const program = startProgram({
          project,
          stack,
          monitorAddress: monitor.address,
          engineAddress,
          dryRun,
          config,
          secretKeys: options.secretConfig ?? [],
          env,
          onLine: (message) => journal.say({ severity: "info", message }),
        });
        const code = await endOf(program, journal);
        if (code !== 0 && !journal.failed) journal.fail(`The program ended with ${code}.`);
        if (!journal.failed) await deployment.finish();
      } finally {
        monitor.close();
      }
    });

  return {
    preview: (how) => deploy(true, how),
    up: (how) => deploy(false, how),
    refresh: () =>
      withHost(async ({ host, journal }) => {
        await refreshed({ host, state: openState(), journal });
      }),
    destroy: () =>
      withHost(async ({ host, journal }) => {
        const state = openState();
        for (const resource of [...state.resources].reverse()) {
          if (!journal.failed) await deleteResource({ host: await host, state, journal, dryRun: false }, resource);
        }
      }),
  };
}

interface Operating {
  host: Promise<DynamicHost>;
  journal: Journal;
  engineAddress: string;
}

/** The host, once it has looked at all that the state names. */
async function refreshed(it: { host: Promise<DynamicHost>; state: State; journal: Journal }): Promise<DynamicHost> {
  const host = await it.host;
  await refreshAll({ ...it, host });
  return host;
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

import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { createDeployment, deleteResource } from "./deployment";
import { DynamicHost } from "./dynamic-host";
import { engineService } from "./engine-service";
import { Journal } from "./journal";
import { monitorService } from "./monitor-service";
import { startProgram } from "./program";
import { readProject } from "./project";
import { refreshResource } from "./refresh";
import { State } from "./state";
import type { Engine, EngineOptions, OperationResult } from "./types";
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
  const openState = () => new State(options.state, options.passphrase ?? env.PULUMI_CONFIG_PASSPHRASE ?? "");

  const withHost = async (
    work: (it: { host: DynamicHost; journal: Journal; engineAddress: string }) => Promise<void>,
  ): Promise<OperationResult> => {
    const journal = new Journal(options);
    const handlers = engineService({ onDiagnostic: (diagnostic) => journal.say(diagnostic) });
    const server = await listen([{ definition: EngineService, handlers }]);
    let host: DynamicHost | undefined;
    try {
      host = await DynamicHost.start({
        project,
        stack,
        engineAddress: server.address,
        env,
        config,
        onLine: (message) => journal.say({ severity: "info", message }),
      });
      await work({ host, journal, engineAddress: server.address });
    } catch (error) {
      journal.fail(error instanceof Error ? error.message : String(error));
    } finally {
      await host?.stop();
      server.close();
    }
    return journal.result();
  };

  const deploy = (dryRun: boolean) =>
    withHost(async ({ host, journal, engineAddress }) => {
      const state = openState();
      const deployment = createDeployment({ host, state, journal, stack, project: project.name, dryRun });
      const monitor = await listen([{ definition: ResourceMonitorService, handlers: monitorService(deployment) }]);
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
      const watch = setInterval(() => {
        if (!journal.failed) return;
        clearInterval(watch);
        setTimeout(() => void program.stop(), PATIENCE_MS).unref();
      }, 50);
      const code = await program.exited;
      clearInterval(watch);
      monitor.close();
      if (code !== 0 && !journal.failed) journal.fail(`The program ended with ${code}.`);
      if (!journal.failed) await deployment.finish();
    });

  return {
    preview: () => deploy(true),
    up: () => deploy(false),
    refresh: () =>
      withHost(async ({ host, journal }) => {
        const state = openState();
        for (const resource of [...state.resources]) {
          if (resource.custom && !resource.pendingDelete) await refreshResource({ host, state, journal }, resource);
        }
      }),
    destroy: () =>
      withHost(async ({ host, journal }) => {
        const state = openState();
        for (const resource of [...state.resources].reverse()) {
          if (!journal.failed) await deleteResource({ host, state, journal, dryRun: false }, resource);
        }
      }),
  };
}

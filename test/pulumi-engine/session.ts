import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type Child, startChild } from "./child";
import { engineService } from "./engine-service";
import type { Journal } from "./journal";
import { ProviderClient } from "./provider-client";
import type { PluginSource } from "./types";
import { type Listening, listen } from "./wire";

/** What is in a pipe already is read within this time. */
const LINES_MS = 10;

interface Running {
  client: ProviderClient;
  stop(): Promise<void>;
}

/**
 * The plugins' processes, and the Engine service that they and the program log to. The real engine has one for each
 * operation; one that is kept over the operations of a stack makes these quick, and what a plugin remembers then
 * outlives an operation.
 */
export class Session {
  /** Told what is logged: that of the operation under way. */
  journal: Journal | undefined;
  readonly #service: Promise<Listening>;
  readonly #running = new Map<string, Promise<Running>>();

  constructor() {
    const handlers = engineService({ onDiagnostic: (diagnostic) => this.journal?.say(diagnostic) });
    this.#service = listen([{ definition: EngineService, handlers }]);
  }

  async engineAddress(): Promise<string> {
    return (await this.#service).address;
  }

  /**
   * The plugin that was started so before, or a new one.
   * @param key what tells it from others of the same source: each provider has a process of its own.
   */
  async plugin(
    key: string,
    it: { source: PluginSource; directory: string; env: Readonly<Record<string, string | undefined>> },
  ): Promise<ProviderClient> {
    const whole = JSON.stringify([key, it]);
    const running = this.#running.get(whole) ?? this.#start(it);
    this.#running.set(whole, running);
    try {
      return (await running).client;
    } catch (error) {
      this.#running.delete(whole);
      throw error;
    }
  }

  /** Waits for the lines that plugins wrote before they answered: they come by another way than the answers. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, LINES_MS));
  }

  async close(): Promise<void> {
    const all = await Promise.allSettled(this.#running.values());
    this.#running.clear();
    await Promise.all(all.map((each) => (each.status === "fulfilled" ? each.value.stop() : undefined)));
    (await this.#service).close();
  }

  async #start(it: Parameters<Session["plugin"]>[1]): Promise<Running> {
    const { source } = it;
    const address = await this.engineAddress();
    const child = "port" in source ? undefined : this.#spawn(source, address, it);
    const port = "port" in source ? source.port : await child!.port;
    const client = new ProviderClient(port, (message, urn) => this.journal?.say({ severity: "warning", message, urn }));
    const stop = async () => {
      client.close();
      await child?.process.stop();
    };
    try {
      await client.handshake(address, child === undefined ? undefined : it.directory);
    } catch (error) {
      await stop();
      throw error;
    }
    return { client, stop };
  }

  #spawn(source: Exclude<PluginSource, { port: number }>, address: string, it: Parameters<Session["plugin"]>[1]) {
    const say = (message: string) => this.journal?.say({ severity: "info", message });
    let found: (port: number) => void = () => {};
    const first = new Promise<number>((resolve) => {
      found = resolve;
    });
    let ready = false;
    const child: Child = startChild(source.command, [...(source.args ?? []), address], {
      directory: it.directory,
      env: it.env,
      onLine(line, stream) {
        if (ready || stream === "stderr") return say(line);
        ready = true;
        found(Number(line.trim()));
      },
    });
    const early = child.exited.then((code): never => {
      throw new Error(`The plugin ${source.command} ended with ${code} before it named its port.`);
    });
    early.catch(() => undefined);
    return { process: child, port: Promise.race([first, early]) };
  }
}

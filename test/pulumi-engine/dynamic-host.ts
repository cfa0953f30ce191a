import { createRequire } from "node:module";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { type Child, startNode } from "./child";
import { initFailure } from "./init-failure";
import type { Project } from "./project";
import { reveal } from "./properties";
import type { Properties } from "./types";
import { CHANNEL_OPTIONS, fromStruct, toStruct } from "./wire";

export interface CheckFailure {
  property: string;
  reason: string;
}

export interface ResourceDiff {
  changes: "none" | "some" | "unknown";
  replaces: string[];
  deleteBeforeReplace: boolean;
}

/** A create or update that failed after it made something. */
export class InitFailed extends Error {
  override readonly name = "InitFailed";
  readonly made: { id: string; properties: Properties; reasons: string[] };

  constructor(message: string, made: { id: string; properties: Properties; reasons: string[] }) {
    super(message);
    this.made = made;
  }
}

/** The SDK's own host of dynamic providers, as a process of its own. Secrets reach it in clear. */
export class DynamicHost {
  readonly #child: Child;
  readonly #client: ResourceProviderClient;

  private constructor(child: Child, client: ResourceProviderClient) {
    this.#child = child;
    this.#client = client;
  }

  static async start(it: {
    project: Project;
    stack: string;
    engineAddress: string;
    env: Readonly<Record<string, string | undefined>>;
    config: Readonly<Record<string, string>>;
    onLine: (line: string) => void;
  }): Promise<DynamicHost> {
    const { project, onLine } = it;
    const script = createRequire(join(project.directory, "package.json")).resolve(
      "@pulumi/pulumi/cmd/dynamic-provider",
    );
    let portFound: (port: string) => void = () => {};
    const port = new Promise<string>((resolve) => {
      portFound = resolve;
    });
    let ready = false;
    const child = startNode([script, it.engineAddress], {
      directory: project.directory,
      env: { ...it.env, PULUMI_NODEJS_PROJECT: project.name, PULUMI_NODEJS_STACK: it.stack },
      onLine(line, stream) {
        if (ready || stream === "stderr") return onLine(line);
        ready = true;
        portFound(line.trim());
      },
    });
    const first = await Promise.race([port, child.exited.then((code) => ({ code }))]);
    if (typeof first !== "string") throw new Error(`The host of dynamic providers ended with ${first.code}.`);
    const client = new ResourceProviderClient(`127.0.0.1:${first}`, grpc.credentials.createInsecure(), CHANNEL_OPTIONS);
    const host = new DynamicHost(child, client);
    await host.#configure(it.config);
    return host;
  }

  async stop(): Promise<void> {
    this.#client.close();
    await this.#child.stop();
  }

  async check(urn: string, olds: Properties, news: Properties) {
    const request = new proto.CheckRequest();
    request.setUrn(urn);
    request.setOlds(toStruct(reveal(olds)));
    request.setNews(toStruct(reveal(news)));
    const response = await call<proto.CheckResponse>((done) => this.#client.check(request, done));
    const failures: CheckFailure[] = response
      .getFailuresList()
      .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
    return { inputs: fromStruct(response.getInputs()), failures };
  }

  async diff(urn: string, id: string, it: { olds: Properties; news: Properties; oldInputs: Properties }) {
    const request = new proto.DiffRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(toStruct(reveal(it.olds)));
    request.setNews(toStruct(reveal(it.news)));
    request.setOldInputs(toStruct(reveal(it.oldInputs)));
    const response = await call<proto.DiffResponse>((done) => this.#client.diff(request, done));
    const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
    const changes = response.getChanges();
    const diff: ResourceDiff = {
      changes: changes === DIFF_NONE ? "none" : changes === DIFF_SOME ? "some" : "unknown",
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    };
    return diff;
  }

  async create(urn: string, properties: Properties) {
    const request = new proto.CreateRequest();
    request.setUrn(urn);
    request.setProperties(toStruct(reveal(properties)));
    const response = await call<proto.CreateResponse>((done) => this.#client.create(request, done));
    return { id: response.getId(), outputs: fromStruct(response.getProperties()) };
  }

  async read(urn: string, id: string, it: { outputs: Properties; inputs: Properties }) {
    const request = new proto.ReadRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(toStruct(reveal(it.outputs)));
    request.setInputs(toStruct(reveal(it.inputs)));
    const response = await call<proto.ReadResponse>((done) => this.#client.read(request, done));
    return {
      id: response.getId(),
      outputs: fromStruct(response.getProperties()),
      inputs: response.hasInputs() ? fromStruct(response.getInputs()) : undefined,
    };
  }

  async update(urn: string, id: string, it: { olds: Properties; news: Properties; oldInputs: Properties }) {
    const request = new proto.UpdateRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(toStruct(reveal(it.olds)));
    request.setNews(toStruct(reveal(it.news)));
    request.setOldInputs(toStruct(reveal(it.oldInputs)));
    const response = await call<proto.UpdateResponse>((done) => this.#client.update(request, done));
    return fromStruct(response.getProperties());
  }

  async delete(urn: string, id: string, outputs: Properties): Promise<void> {
    const request = new proto.DeleteRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(toStruct(reveal(outputs)));
    await call((done) => this.#client.delete(request, done));
  }

  async #configure(config: Readonly<Record<string, string>>): Promise<void> {
    const request = new proto.ConfigureRequest();
    request.setArgs(toStruct({ ...config }));
    await call((done) => this.#client.configure(request, done));
  }
}

async function call<Response>(
  start: (done: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
  return await new Promise<Response>((resolve, reject) => {
    start((error, response) => {
      if (error === null) return resolve(response);
      const made = initFailure(error);
      const message = error.details === "" ? error.message : error.details;
      reject(made === undefined ? new Error(message) : new InitFailed(message, made));
    });
  });
}

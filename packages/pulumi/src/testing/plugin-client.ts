import { type Client, credentials, makeGenericClientConstructor, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Status } from "@pulumi/pulumi/proto/status_pb";
import { Status as StatusMessage } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Plugin } from "../plugin/plugin";
import { serve } from "../plugin/serve";
import { Session, type SessionOptions } from "../plugin/session";
import { propertiesOf, structOf } from "../plugin/values/struct";
import type { Properties } from "../runtime/wire";
import { type Warehouse, warehouse } from "./shelf";

/** A failed call, as Pulumi's engine sees it. */
export interface Failure {
  code: number;
  message: string;
  /** What was made before the failure. */
  init?: messages.ErrorResourceInitFailed | undefined;
}

/** A difference as the engine shows it: `UPDATE in`, `ADD_REPLACE out` (`in` compares inputs, `out` begins at outputs). */
export type Shown = Record<string, string>;

/** Drives a plugin as Pulumi's engine does, over gRPC. */
export class PluginClient {
  readonly #client: Client;
  readonly #close: () => Promise<void>;
  readonly warnings: { urn: string; message: string }[];
  readonly session: Session<never>;
  urn = "urn:pulumi:dev::shop::warehouse:index:Shelf::tall";

  private constructor(
    client: Client,
    session: Session<never>,
    warnings: PluginClient["warnings"],
    close: () => Promise<void>,
  ) {
    this.#client = client;
    this.#close = close;
    this.session = session;
    this.warnings = warnings;
  }

  static async open<C>(plugin: Plugin<C>, options: Partial<SessionOptions> = {}): Promise<PluginClient> {
    const warnings: PluginClient["warnings"] = [];
    const warn = async (message: string, urn: string) => void warnings.push({ urn, message });
    const session = new Session(async () => plugin, { environment: {}, ...options, warn });
    const serving = await serve(session, () => warn);
    const Constructor = makeGenericClientConstructor(ResourceProviderService as never, "ResourceProvider");
    const client = new Constructor(`127.0.0.1:${serving.port}`, credentials.createInsecure());
    const close = () => {
      client.close();
      return serving.close();
    };
    return new PluginClient(client, session as Session<never>, warnings, close);
  }

  /** Any call. Rejects with a {@link Failure}. */
  call<R>(method: string, request: object): Promise<R> {
    const methods = this.#client as unknown as Record<string, (...args: unknown[]) => void>;
    return new Promise((resolve, reject) => {
      methods[method]!.call(
        this.#client,
        request,
        { deadline: Date.now() + 10_000 },
        (error: ServiceError | null, response: R) => (error === null ? resolve(response) : reject(failureOf(error))),
      );
    });
  }

  configure(settings: Properties = {}): Promise<messages.ConfigureResponse> {
    const request = new messages.ConfigureRequest();
    request.setArgs(structOf(settings));
    return this.call("configure", request);
  }

  async check(
    news: Properties,
    olds: Properties = {},
    method = "check",
  ): Promise<{ inputs: Properties; failures: string[] }> {
    const request = new messages.CheckRequest();
    request.setUrn(this.urn);
    request.setNews(structOf(news));
    request.setOlds(structOf(olds));
    const response: messages.CheckResponse = await this.call(method, request);
    const failures = response.getFailuresList().map((each) => each.getReason());
    return { inputs: propertiesOf(response.getInputs()), failures };
  }

  async diff(it: { olds: Properties; oldInputs: Properties; news: Properties }, method = "diff") {
    const request = new messages.DiffRequest();
    request.setId("id");
    request.setUrn(this.urn);
    request.setOlds(structOf(it.olds));
    request.setOldInputs(structOf(it.oldInputs));
    request.setNews(structOf(it.news));
    const response: messages.DiffResponse = await this.call(method, request);
    const kinds = Object.entries(messages.PropertyDiff.Kind);
    const shown: Shown = {};
    response.getDetaileddiffMap().forEach((difference, path) => {
      const [kind] = kinds.find(([, value]) => value === difference.getKind())!;
      shown[path] = `${kind} ${difference.getInputdiff() ? "in" : "out"}`;
    });
    return {
      some: response.getChanges() === messages.DiffResponse.DiffChanges.DIFF_SOME,
      shown,
      diffs: response.getDiffsList(),
      replaces: response.getReplacesList(),
      stables: response.getStablesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    };
  }

  async create(inputs: Properties, { preview = false, timeout = 0 } = {}): Promise<{ id: string; outs: Properties }> {
    const request = new messages.CreateRequest();
    request.setUrn(this.urn);
    request.setProperties(structOf(inputs));
    request.setPreview(preview);
    request.setTimeout(timeout);
    const response: messages.CreateResponse = await this.call("create", request);
    return { id: response.getId(), outs: propertiesOf(response.getProperties()) };
  }

  async update(olds: Properties, news: Properties, { preview = false } = {}): Promise<Properties> {
    const request = new messages.UpdateRequest();
    request.setId("id");
    request.setUrn(this.urn);
    request.setOlds(structOf(olds));
    request.setNews(structOf(news));
    request.setPreview(preview);
    return propertiesOf((await this.call<messages.UpdateResponse>("update", request)).getProperties());
  }

  async read(id: string, state?: { outs: Properties; inputs: Properties }) {
    const request = new messages.ReadRequest();
    request.setId(id);
    request.setUrn(this.urn);
    request.setProperties(structOf(state?.outs ?? {}));
    if (state !== undefined) request.setInputs(structOf(state.inputs));
    const response: messages.ReadResponse = await this.call("read", request);
    return {
      id: response.getId(),
      outs: propertiesOf(response.getProperties()),
      inputs: propertiesOf(response.getInputs()),
    };
  }

  async remove(outs: Properties): Promise<void> {
    const request = new messages.DeleteRequest();
    request.setId("id");
    request.setUrn(this.urn);
    request.setProperties(structOf(outs));
    await this.call("delete", request);
  }

  /** Check, then create: what Pulumi does for a new resource. */
  async made(news: Properties): Promise<{ id: string; inputs: Properties; outs: Properties }> {
    const { inputs, failures } = await this.check(news);
    if (failures.length > 0) throw new Error(failures.join("\n"));
    return { ...(await this.create(inputs)), inputs };
  }

  cancel(): Promise<Empty> {
    return this.call("cancel", new Empty());
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** A plugin over the toy warehouse. */
export function shelfPlugin(store: Warehouse): Plugin<Warehouse> {
  return {
    name: "warehouse",
    provider: { ...warehouse, configure: () => store },
    served: { Shelf: { resource: warehouse.resources[0]!, id: ["room", "name"] } },
    settings: { host: "host" },
    schemaText: async () => '{"name":"warehouse"}',
    invoke: async ({ token, args }) =>
      token === "warehouse:index:echo"
        ? { result: args, secrets: ["b"] }
        : { failures: [{ property: "what", reason: "no such function" }] },
  };
}

/** A value as Pulumi writes a secret. */
export function secret(value: unknown): Properties {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

function failureOf(error: ServiceError): Failure {
  const [bytes] = error.metadata.get("grpc-status-details-bin");
  if (bytes === undefined) return { code: error.code, message: error.details };
  const told: Status = StatusMessage.deserializeBinary(bytes as Buffer);
  const [any] = told.getDetailsList();
  const unpacked = any?.unpack(messages.ErrorResourceInitFailed.deserializeBinary, "pulumirpc.ErrorResourceInitFailed");
  return { code: error.code, message: error.details, init: unpacked ?? undefined };
}

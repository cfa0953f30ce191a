import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { diffOf } from "./diff-response";
import { initFailure } from "./init-failure";
import { containsSecret, containsUnknown, markSecrets, reveal, secret } from "./properties";
import { type Change, type Checked, InitFailed, type Live, type Provider, type ResourceDiff } from "./provider";
import type { Properties } from "./types";
import { nameOf, typeOf } from "./urn";
import { CHANNEL_OPTIONS, empty, fromStruct, toStruct } from "./wire";

/** A plugin that was started has this long to answer. */
const PATIENCE_MS = 30_000;

/** Said of a provider whose own settings wait for a resource that is not made yet. */
const UNKNOWN_SETTINGS =
  "The provider's settings are not known in this preview, so what it would do cannot be shown in full.";

/**
 * One running plugin, spoken to as Pulumi's engine does: secrets are kept where it says that it accepts them, and
 * otherwise sent in clear and marked again, by their names, in what it answers.
 */
export class ProviderClient implements Provider {
  readonly #client: ResourceProviderClient;
  readonly #warn: (message: string, urn: string) => void;
  #acceptSecrets = false;
  #supportsPreview = false;
  #shookHands = false;
  /** The settings that it has; "unknown" where some of them are not known yet. */
  #configured: string | undefined;

  constructor(port: number, warn: (message: string, urn: string) => void) {
    this.#client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), CHANNEL_OPTIONS);
    this.#warn = warn;
  }

  /** Says hello; a plugin that does not know how tells the same when it is configured. */
  async handshake(engineAddress: string, directory: string | undefined): Promise<void> {
    const request = new proto.ProviderHandshakeRequest();
    request.setEngineAddress(engineAddress);
    if (directory !== undefined) {
      request.setRootDirectory(directory);
      request.setProgramDirectory(directory);
    }
    request.setConfigureWithUrn(true);
    request.setInvokeWithPreview(true);
    const response = await this.#optional<proto.ProviderHandshakeResponse>((done) =>
      this.#client.handshake(request, new grpc.Metadata(), { deadline: Date.now() + PATIENCE_MS }, done),
    );
    if (response === undefined) return;
    this.#shookHands = true;
    this.#acceptSecrets = response.getAcceptSecrets();
    this.#supportsPreview = true;
  }

  async checkConfig(urn: string, olds: Properties, news: Properties): Promise<Checked> {
    const request = new proto.CheckRequest();
    request.setUrn(urn);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setOlds(toStruct(reveal(olds)));
    request.setNews(toStruct(reveal(news)));
    const response = await this.#optional<proto.CheckResponse>((done) => this.#client.checkConfig(request, done));
    if (response === undefined) return { inputs: news, failures: [] };
    return { inputs: markSecrets(fromStruct(response.getInputs()), news), failures: failuresOf(response) };
  }

  async diffConfig(urn: string, change: Change): Promise<ResourceDiff> {
    const request = diffRequest(urn, "", change, reveal);
    const response = await this.#optional<proto.DiffResponse>((done) => this.#client.diffConfig(request, done));
    return response === undefined
      ? { changes: "unknown", changed: [], replaces: [], deleteBeforeReplace: false }
      : diffOf(urn, response);
  }

  /** Once for each settings: a plugin need not be able to do it again. */
  async configure(urn: string, id: string, settings: Properties): Promise<void> {
    const wanted = containsUnknown(settings) ? "unknown" : JSON.stringify(settings);
    if (this.#configured === wanted) return;
    if (this.#configured !== undefined && this.#configured !== "unknown") {
      throw new Error(`${nameOf(urn)}: the provider is configured already.`);
    }
    this.#configured = wanted;
    if (wanted === "unknown") return;
    const request = new proto.ConfigureRequest();
    request.setUrn(urn);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setId(id);
    request.setArgs(toStruct(settings));
    for (const [key, value] of Object.entries(reveal(settings))) {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      if (key !== "version") request.getVariablesMap().set(`${typeOf(urn).split(":")[2]}:config:${key}`, text);
    }
    request.setAcceptsecrets(true);
    request.setAcceptresources(true);
    request.setSendsOldInputs(true);
    request.setSendsOldInputsToDelete(true);
    const response = await this.#call<proto.ConfigureResponse>((done) => this.#client.configure(request, done));
    if (this.#shookHands) return;
    this.#acceptSecrets = response.getAcceptsecrets();
    this.#supportsPreview = response.getSupportspreview();
  }

  async check(urn: string, olds: Properties, news: Properties): Promise<Checked> {
    if (!this.#known) return { inputs: news, failures: [] };
    const request = new proto.CheckRequest();
    request.setUrn(urn);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setOlds(this.#sent(olds));
    request.setNews(this.#sent(news));
    const response = await this.#call<proto.CheckResponse>((done) => this.#client.check(request, done));
    return { inputs: this.#received(response.getInputs(), news), failures: failuresOf(response) };
  }

  async diff(urn: string, id: string, change: Change): Promise<ResourceDiff> {
    if (!this.#known) {
      this.#warn(UNKNOWN_SETTINGS, urn);
      return { changes: "some", changed: [], replaces: [], deleteBeforeReplace: false };
    }
    const request = diffRequest(urn, id, change, (properties) => this.#wire(properties));
    return diffOf(urn, await this.#call<proto.DiffResponse>((done) => this.#client.diff(request, done)));
  }

  async create(urn: string, inputs: Properties, preview: boolean) {
    if (preview && !this.#known) return { id: "", outputs: {} };
    if (preview && !this.#supportsPreview) return { id: "", outputs: inputs };
    const request = new proto.CreateRequest();
    request.setUrn(urn);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setProperties(this.#sent(inputs));
    request.setPreview(preview);
    const response = await this.#call<proto.CreateResponse>((done) => this.#client.create(request, done), inputs);
    if (response.getId() === "" && !preview) throw new Error("The provider made it, and gave no id.");
    return { id: response.getId(), outputs: this.#received(response.getProperties(), inputs) };
  }

  async update(urn: string, id: string, change: Change, preview: boolean): Promise<Properties> {
    if (preview && !this.#known) return {};
    if (preview && !this.#supportsPreview) return change.news;
    const request = new proto.UpdateRequest();
    request.setUrn(urn);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setId(id);
    request.setOlds(this.#sent(change.oldOutputs));
    request.setOldInputs(this.#sent(change.oldInputs));
    request.setNews(this.#sent(change.news));
    request.setIgnorechangesList([...change.ignoreChanges]);
    request.setPreview(preview);
    const response = await this.#call<proto.UpdateResponse>((done) => this.#client.update(request, done), change.news);
    return this.#received(response.getProperties(), change.news);
  }

  async read(urn: string, id: string, { inputs, outputs }: { inputs?: Properties; outputs?: Properties }) {
    if (!this.#known) return { id, inputs: {}, outputs: {} };
    const request = new proto.ReadRequest();
    request.setUrn(urn);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setId(id);
    request.setProperties(this.#sent(outputs ?? {}));
    if (inputs !== undefined) request.setInputs(this.#sent(inputs));
    const response = await this.#call<proto.ReadResponse>((done) => this.#client.read(request, done));
    const live: Live = {
      id: response.getId(),
      inputs: response.hasInputs() ? this.#received(response.getInputs(), inputs ?? {}) : undefined,
      outputs: this.#received(response.getProperties(), outputs ?? {}),
    };
    return live;
  }

  async delete(urn: string, id: string, it: { inputs: Properties; outputs: Properties }): Promise<void> {
    const request = new proto.DeleteRequest();
    request.setUrn(urn);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setId(id);
    request.setProperties(this.#sent(it.outputs));
    request.setOldInputs(this.#sent(it.inputs));
    await this.#call((done) => this.#client.delete(request, done));
  }

  async invoke(token: string, args: Properties, preview: boolean) {
    if (!this.#known) return { result: {}, failures: [] };
    const request = new proto.InvokeRequest();
    request.setTok(token);
    request.setArgs(this.#sent(args));
    request.setPreview(preview);
    const response = await this.#call<proto.InvokeResponse>((done) => this.#client.invoke(request, done));
    const result = fromStruct(response.getReturn());
    const hide = containsSecret(args) && !this.#acceptSecrets;
    return {
      result: hide ? Object.fromEntries(Object.entries(result).map(([key, value]) => [key, secret(value)])) : result,
      failures: failuresOf(response),
    };
  }

  /** Tells it to stop: what is under way should end soon. */
  async cancel(): Promise<void> {
    await this.#call((done) => this.#client.cancel(empty() as Parameters<ResourceProviderClient["cancel"]>[0], done));
  }

  close(): void {
    this.#client.close();
  }

  get #known(): boolean {
    return this.#configured !== "unknown";
  }

  #wire(properties: Properties): Properties {
    return this.#acceptSecrets ? properties : reveal(properties);
  }

  #sent(properties: Properties) {
    return toStruct(this.#wire(properties));
  }

  #received(struct: Parameters<typeof fromStruct>[0], sent: Properties): Properties {
    return this.#acceptSecrets ? fromStruct(struct) : markSecrets(fromStruct(struct), sent);
  }

  async #call<Response>(start: (done: Done<Response>) => unknown, sent: Properties = {}): Promise<Response> {
    return await new Promise<Response>((resolve, reject) => {
      start((error, response) => {
        if (error === null) return resolve(response);
        const made = initFailure(error);
        const message = error.details === "" ? error.message : error.details;
        if (made === undefined) return reject(Object.assign(new Error(message), { code: error.code }));
        const properties = this.#acceptSecrets ? made.properties : markSecrets(made.properties, sent);
        reject(new InitFailed(message, { ...made, properties }));
      });
    });
  }

  /** The answer, or nothing where the plugin does not have the call. */
  async #optional<Response>(start: (done: Done<Response>) => unknown): Promise<Response | undefined> {
    try {
      return await this.#call(start);
    } catch (error) {
      if ((error as Partial<grpc.ServiceError>).code === grpc.status.UNIMPLEMENTED) return undefined;
      throw error;
    }
  }
}

type Done<Response> = (error: grpc.ServiceError | null, response: Response) => void;

function diffRequest(urn: string, id: string, change: Change, wire: (properties: Properties) => Properties) {
  const request = new proto.DiffRequest();
  request.setUrn(urn);
  request.setName(nameOf(urn));
  request.setType(typeOf(urn));
  request.setId(id);
  request.setOlds(toStruct(wire(change.oldOutputs)));
  request.setOldInputs(toStruct(wire(change.oldInputs)));
  request.setNews(toStruct(wire(change.news)));
  request.setIgnorechangesList([...change.ignoreChanges]);
  return request;
}

function failuresOf(response: proto.CheckResponse | proto.InvokeResponse): Checked["failures"] {
  return response
    .getFailuresList()
    .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
}

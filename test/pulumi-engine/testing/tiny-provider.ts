import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { isSecret, reveal, secret, UNKNOWN } from "../properties";
import type { Properties } from "../types";
import { empty, fromStruct, listen, toStruct, unary } from "../wire";

/** A provider in this process: attach to it with `PULUMI_DEBUG_PROVIDERS=tiny:PORT`. */
export interface TinyProvider {
  env: { PULUMI_DEBUG_PROVIDERS: string };
  /** What exists, by its id. */
  things: Map<string, Properties>;
  /** The calls that would change what exists, as `create thing-1`, also those of previews. */
  calls: string[];
  /** The settings it was configured with, as they came. */
  settings: Properties[];
  close(): void;
}

/**
 * Things with a `name`, a `size` and a `text`, and the computed `made`. A change of the name replaces, a negative size is
 * refused, and so is a provider without a `region`, of which another one replaces its things.
 */
export async function startTinyProvider(): Promise<TinyProvider> {
  const things = new Map<string, Properties>();
  const calls: string[] = [];
  const settings: Properties[] = [];
  let count = 0;
  const handlers = {
    handshake: unary(() => {
      const response = new proto.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      return response;
    }),
    attach: unary(() => empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion("1.0.0")),
    cancel: unary(() => empty()),
    checkConfig: unary((request: proto.CheckRequest) => {
      const news = fromStruct(request.getNews());
      return checked(news, news.region === undefined ? [["region", "is missing"]] : []);
    }),
    diffConfig: unary((request: proto.DiffRequest) => diffed(request, ["region"])),
    configure: unary((request: proto.ConfigureRequest) => {
      settings.push(fromStruct(request.getArgs()));
      return new proto.ConfigureResponse();
    }),
    check: unary((request: proto.CheckRequest) => {
      const news = { size: 1, ...fromStruct(request.getNews()) };
      return checked(news, Number(news.size) < 0 ? [["size", "must not be negative"]] : []);
    }),
    diff: unary((request: proto.DiffRequest) => diffed(request, ["name"])),
    create: unary((request: proto.CreateRequest) => {
      const preview = request.getPreview();
      const id = preview ? "" : `thing-${++count}`;
      const outputs = { ...fromStruct(request.getProperties()), made: preview ? UNKNOWN : id };
      calls.push(`create ${preview ? "in a preview" : id}`);
      if (!preview) things.set(id, outputs);
      return new proto.CreateResponse().setId(id).setProperties(toStruct(outputs));
    }),
    update: unary((request: proto.UpdateRequest) => {
      const id = request.getId();
      const outputs = { ...fromStruct(request.getNews()), made: id };
      calls.push(`update ${id}${request.getPreview() ? " in a preview" : ""}`);
      if (!request.getPreview()) things.set(id, outputs);
      return new proto.UpdateResponse().setProperties(toStruct(outputs));
    }),
    read: unary((request: proto.ReadRequest) => {
      const live = things.get(request.getId());
      const response = new proto.ReadResponse();
      if (live === undefined) return response;
      const { made: _, ...inputs } = live;
      return response.setId(request.getId()).setProperties(toStruct(live)).setInputs(toStruct(inputs));
    }),
    delete: unary((request: proto.DeleteRequest) => {
      calls.push(`delete ${request.getId()}`);
      things.delete(request.getId());
      return empty();
    }),
    invoke: unary((request: proto.InvokeRequest) => {
      const { id, hide } = fromStruct(request.getArgs());
      const live = things.get(String(id));
      const response = new proto.InvokeResponse();
      if (live === undefined) {
        return response.setFailuresList([new proto.CheckFailure().setProperty("id").setReason(`there is no ${id}`)]);
      }
      const { name } = live;
      return response.setReturn(toStruct({ name: hide === true ? secret(name) : name }));
    }),
  };
  const { address, close } = await listen([{ definition: ResourceProviderService, handlers }]);
  const port = address.split(":")[1];
  return { env: { PULUMI_DEBUG_PROVIDERS: `tiny:${port}` }, things, calls, settings, close };
}

function checked(inputs: Properties, failures: [property: string, reason: string][]): proto.CheckResponse {
  return new proto.CheckResponse()
    .setInputs(toStruct(inputs))
    .setFailuresList(
      failures.map(([property, reason]) => new proto.CheckFailure().setProperty(property).setReason(reason)),
    );
}

/** By the top-level inputs: which differ, and which of these replace. */
function diffed(request: proto.DiffRequest, replacing: readonly string[]): proto.DiffResponse {
  const [olds, news] = [fromStruct(request.getOldInputs()), fromStruct(request.getNews())];
  const ignored = request.getIgnorechangesList();
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
    (name) => !ignored.includes(name) && plain(olds[name]) !== plain(news[name]),
  );
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  const { ADD, DELETE, UPDATE, ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE } = proto.PropertyDiff.Kind;
  const response = new proto.DiffResponse();
  response
    .setChanges(names.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setHasdetaileddiff(true)
    .setDiffsList(names);
  response.setReplacesList(names.filter((name) => replacing.includes(name))).setStablesList(["made"]);
  for (const name of names) {
    const kinds = replacing.includes(name)
      ? { add: ADD_REPLACE, delete: DELETE_REPLACE, update: UPDATE_REPLACE }
      : { add: ADD, delete: DELETE, update: UPDATE };
    const kind = !(name in olds) ? kinds.add : name in news ? kinds.update : kinds.delete;
    response.getDetaileddiffMap().set(name, new proto.PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response;
}

function plain(value: unknown): string {
  return JSON.stringify(reveal(isSecret(value) ? value.value : value)) ?? "";
}

import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { GetMappingResponse, GetMappingsResponse, GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { check } from "./check";
import { checkConfig } from "./config/check-config";
import { configure } from "./config/configure";
import { diffConfig } from "./config/diff-config";
import { diff } from "./diff/diff";
import { invoke } from "./invoke";
import { read } from "./read";
import { remove } from "./remove";
import type { Session } from "./session";
import { VERSION } from "./version";
import { create, update } from "./write";

/** Answers one of Pulumi's calls. What it throws is told to the user. */
export type Handler = <C>(session: Session<C>, request: never) => object | Promise<object>;

/** Who answers which call, by the names in `proto/pulumi/provider.proto`. */
export const handlers = {
  getPluginInfo() {
    const info = new PluginInfo();
    info.setVersion(VERSION);
    return info;
  },
  async getSchema(session) {
    const response = new GetSchemaResponse();
    response.setSchema(await (await session.plugin()).schemaText());
    return response;
  },
  checkConfig,
  diffConfig,
  configure,
  check,
  diff,
  create,
  read,
  update,
  delete: remove,
  invoke,
  cancel(session) {
    session.cancel();
    return new Empty();
  },
  getMapping: () => new GetMappingResponse(),
  getMappings: () => new GetMappingsResponse(),
} satisfies Record<string, Handler>;

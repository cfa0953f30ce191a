import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import * as grpc from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import type { Properties } from "./types";
import { empty, fromStruct, toStruct, unary } from "./wire";

/** What a program asks for, in plain terms. */
export interface Registration {
  type: string;
  name: string;
  parent: string;
  custom: boolean;
  inputs: Properties;
  dependencies: string[];
  secretOutputs: string[];
  protect: boolean;
  retainOnDelete: boolean;
  /** Options of it that this engine does not have: it must be refused, rather than deployed as something else. */
  unsupported: string[];
}

export interface Registered {
  urn: string;
  /** Empty where it is not known yet. */
  id: string;
  outputs: Properties;
}

export interface Deployment {
  register(it: Registration): Promise<Registered>;
  read(it: Registration & { id: string }): Promise<Registered>;
  setOutputs(urn: string, outputs: Properties): void;
}

/** Features the SDK asks for; what is not here it does without. */
const FEATURES = ["secrets", "aliasSpecs"];

/** The ResourceMonitor service. */
export function monitorService(deployment: Deployment): UntypedServiceImplementation {
  const unsupported = unary(() => {
    throw Object.assign(new Error("not supported by this engine"), { code: grpc.status.UNIMPLEMENTED });
  });
  return {
    supportsFeature: unary((request: proto.SupportsFeatureRequest) => {
      const response = new proto.SupportsFeatureResponse();
      response.setHassupport(FEATURES.includes(request.getId()));
      return response;
    }),
    registerResource: unary(async (request: proto.RegisterResourceRequest) => {
      const registered = await deployment.register({
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        custom: request.getCustom(),
        inputs: fromStruct(request.getObject()),
        dependencies: request.getDependenciesList(),
        secretOutputs: request.getAdditionalsecretoutputsList(),
        protect: request.getProtect() ?? false,
        retainOnDelete: request.getRetainondelete() ?? false,
        unsupported: unsupportedOptions(request),
      });
      const response = new proto.RegisterResourceResponse();
      response.setUrn(registered.urn);
      response.setId(registered.id);
      response.setObject(toStruct(registered.outputs));
      response.setResult(proto.Result.SUCCESS);
      return response;
    }),
    readResource: unary(async (request: proto.ReadResourceRequest) => {
      const read = await deployment.read({
        id: request.getId(),
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        custom: true,
        inputs: fromStruct(request.getProperties()),
        dependencies: request.getDependenciesList(),
        secretOutputs: request.getAdditionalsecretoutputsList(),
        protect: false,
        retainOnDelete: false,
        unsupported: [],
      });
      const response = new proto.ReadResourceResponse();
      response.setUrn(read.urn);
      response.setProperties(toStruct(read.outputs));
      return response;
    }),
    registerResourceOutputs: unary((request: proto.RegisterResourceOutputsRequest) => {
      deployment.setOutputs(request.getUrn(), fromStruct(request.getOutputs()));
      return empty();
    }),
    signalAndWaitForShutdown: unary(() => empty()),
    invoke: unsupported,
    call: unsupported,
    streamInvoke: unsupported,
    registerStackTransform: unsupported,
    registerStackInvokeTransform: unsupported,
    registerResourceHook: unsupported,
    registerErrorHook: unsupported,
    registerPackage: unsupported,
    getDeploymentInfo: unsupported,
  };
}

function unsupportedOptions(request: proto.RegisterResourceRequest): string[] {
  const asked: Record<string, boolean> = {
    import: request.getImportid() !== "",
    provider: request.getProvider() !== "",
    aliases: request.getAliasesList().length > 0,
    ignoreChanges: request.getIgnorechangesList().length > 0,
    replaceOnChanges: request.getReplaceonchangesList().length > 0,
    deleteBeforeReplace: request.getDeletebeforereplace(),
    deletedWith: request.getDeletedwith() !== "",
    remote: request.getRemote(),
  };
  return Object.keys(asked).filter((option) => asked[option]);
}

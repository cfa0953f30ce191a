import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import * as grpc from "@grpc/grpc-js";
import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import { CheckFailure as CheckFailureMessage, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import type { Alias } from "./aliases";
import type { CheckFailure } from "./provider";
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
  /** `URN::ID`, empty for the default one. */
  provider: string;
  /** The plugin's. */
  version: string;
  protect: boolean;
  retainOnDelete: boolean;
  /** Absent where the program leaves it to the provider. */
  deleteBeforeReplace?: boolean;
  deletedWith: string;
  ignoreChanges: string[];
  replaceOnChanges: string[];
  importId: string;
  aliases: Alias[];
  /** Options of it that this engine does not have: it must be refused, rather than deployed as something else. */
  unsupported: string[];
}

/** Of a resource for which a program says no more than its type, name and inputs. */
export const NO_OPTIONS = {
  parent: "",
  dependencies: [],
  secretOutputs: [],
  provider: "",
  version: "",
  protect: false,
  retainOnDelete: false,
  deletedWith: "",
  ignoreChanges: [],
  replaceOnChanges: [],
  importId: "",
  aliases: [],
  unsupported: [],
};

export interface Registered {
  urn: string;
  /** Empty where it is not known yet. */
  id: string;
  outputs: Properties;
  failed?: true;
}

export interface Invocation {
  /** `palette:index:getPack` */
  token: string;
  args: Properties;
  provider: string;
  version: string;
}

export interface Deployment {
  register(it: Registration): Promise<Registered>;
  read(it: Registration & { id: string }): Promise<Registered>;
  invoke(it: Invocation): Promise<{ result: Properties; failures: CheckFailure[] }>;
  setOutputs(urn: string, outputs: Properties): void;
}

/** Features the SDK asks for; what is not here it does without. */
const FEATURES = ["secrets", "aliasSpecs", "deletedWith"];

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
        provider: request.getProvider(),
        version: request.getVersion(),
        protect: request.getProtect() ?? false,
        retainOnDelete: request.getRetainondelete() ?? false,
        ...(request.getDeletebeforereplacedefined() ? { deleteBeforeReplace: request.getDeletebeforereplace() } : {}),
        deletedWith: request.getDeletedwith(),
        ignoreChanges: request.getIgnorechangesList(),
        replaceOnChanges: request.getReplaceonchangesList(),
        importId: request.getImportid(),
        aliases: request.getAliasesList().map(aliasOf),
        unsupported: unsupportedOptions(request),
      });
      const response = new proto.RegisterResourceResponse();
      response.setUrn(registered.urn);
      response.setId(registered.id);
      response.setObject(toStruct(registered.outputs));
      response.setResult(registered.failed === true ? proto.Result.FAIL : proto.Result.SUCCESS);
      return response;
    }),
    readResource: unary(async (request: proto.ReadResourceRequest) => {
      const read = await deployment.read({
        ...NO_OPTIONS,
        id: request.getId(),
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        custom: true,
        inputs: fromStruct(request.getProperties()),
        dependencies: request.getDependenciesList(),
        secretOutputs: request.getAdditionalsecretoutputsList(),
        provider: request.getProvider(),
        version: request.getVersion(),
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
    invoke: unary(async (request: proto.ResourceInvokeRequest) => {
      const { result, failures } = await deployment.invoke({
        token: request.getTok(),
        args: fromStruct(request.getArgs()),
        provider: request.getProvider(),
        version: request.getVersion(),
      });
      const response = new InvokeResponse();
      response.setReturn(toStruct(result));
      response.setFailuresList(
        failures.map(({ property, reason }) => new CheckFailureMessage().setProperty(property).setReason(reason)),
      );
      return response;
    }),
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
    remote: request.getRemote(),
    replaceWith: request.getReplaceWithList().length > 0,
    replacementTrigger: request.hasReplacementTrigger(),
    hooks: request.hasHooks() && Object.values(request.getHooks()!.toObject()).some((hooks) => hooks.length > 0),
  };
  return Object.keys(asked).filter((option) => asked[option]);
}

function aliasOf(alias: AliasMessage): Alias {
  const spec = alias.getSpec();
  return {
    urn: alias.getUrn(),
    name: spec?.getName() ?? "",
    type: spec?.getType() ?? "",
    stack: spec?.getStack() ?? "",
    project: spec?.getProject() ?? "",
    parent: spec?.getParenturn() ?? "",
    noParent: spec?.getNoparent() ?? false,
  };
}

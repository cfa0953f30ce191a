import type { CallName, StreamName } from "../wire/tfplugin6";
import { applyResourceChange } from "./apply";
import { configureProvider, stopProvider } from "./configure";
import { closeEphemeralResource, openEphemeralResource, renewEphemeralResource } from "./ephemeral";
import { callFunction, getFunctions } from "./functions";
import { generateResourceConfig } from "./generate-config";
import type { Handler, StreamHandler } from "./handler";
import { upgradeResourceIdentity } from "./identity";
import { importResourceState } from "./import";
import { listResource } from "./list";
import { moveResourceState } from "./move";
import { planResourceChange } from "./plan";
import { readDataSource, readResource } from "./read";
import { getMetadata, getProviderSchema, getResourceIdentitySchemas } from "./schema";
import { upgradeResourceState } from "./upgrade";
import {
  validateDataResourceConfig,
  validateEphemeralResourceConfig,
  validateListResourceConfig,
  validateProviderConfig,
  validateResourceConfig,
} from "./validate";

/** Who answers which call. */
export const handlers: { readonly [Name in CallName]: Handler<Name> } = {
  GetMetadata: getMetadata,
  GetProviderSchema: getProviderSchema,
  GetResourceIdentitySchemas: getResourceIdentitySchemas,
  GetFunctions: getFunctions,
  CallFunction: callFunction,
  ValidateProviderConfig: validateProviderConfig,
  ValidateResourceConfig: validateResourceConfig,
  ValidateDataResourceConfig: validateDataResourceConfig,
  ValidateEphemeralResourceConfig: validateEphemeralResourceConfig,
  ValidateListResourceConfig: validateListResourceConfig,
  UpgradeResourceState: upgradeResourceState,
  UpgradeResourceIdentity: upgradeResourceIdentity,
  ConfigureProvider: configureProvider,
  ReadResource: readResource,
  PlanResourceChange: planResourceChange,
  ApplyResourceChange: applyResourceChange,
  ImportResourceState: importResourceState,
  GenerateResourceConfig: generateResourceConfig,
  MoveResourceState: moveResourceState,
  ReadDataSource: readDataSource,
  OpenEphemeralResource: openEphemeralResource,
  RenewEphemeralResource: renewEphemeralResource,
  CloseEphemeralResource: closeEphemeralResource,
  StopProvider: stopProvider,
};

/** Who answers which call that is answered in parts. */
export const streamHandlers: { readonly [Name in StreamName]: StreamHandler<Name> } = { ListResource: listResource };

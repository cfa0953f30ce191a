import type { CallName } from "../wire/tfplugin6";
import { applyResourceChange } from "./apply";
import { configureProvider, stopProvider } from "./configure";
import type { Handler } from "./handler";
import { importResourceState } from "./import";
import { planResourceChange } from "./plan";
import { readDataSource, readResource } from "./read";
import { getFunctions, getMetadata, getProviderSchema } from "./schema";
import { upgradeResourceState } from "./upgrade";
import { validateDataResourceConfig, validateProviderConfig, validateResourceConfig } from "./validate";

/** Who answers which call. */
export const handlers: { readonly [Name in CallName]: Handler<Name> } = {
  GetMetadata: getMetadata,
  GetProviderSchema: getProviderSchema,
  GetFunctions: getFunctions,
  ValidateProviderConfig: validateProviderConfig,
  ValidateResourceConfig: validateResourceConfig,
  ValidateDataResourceConfig: validateDataResourceConfig,
  UpgradeResourceState: upgradeResourceState,
  ConfigureProvider: configureProvider,
  ReadResource: readResource,
  PlanResourceChange: planResourceChange,
  ApplyResourceChange: applyResourceChange,
  ImportResourceState: importResourceState,
  ReadDataSource: readDataSource,
  StopProvider: stopProvider,
};

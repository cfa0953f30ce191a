import type { Properties } from "./types";

/** What the engine asks of whoever is behind a custom resource. */
export interface Provider {
  check(urn: string, olds: Properties, news: Properties): Promise<Checked>;
  diff(urn: string, id: string, it: Change): Promise<ResourceDiff>;
  /** @throws InitFailed where something was made before it failed. */
  create(urn: string, inputs: Properties, preview: boolean): Promise<{ id: string; outputs: Properties }>;
  /** @throws InitFailed where something was changed before it failed. */
  update(urn: string, id: string, it: Change, preview: boolean): Promise<Properties>;
  /** The id is empty where there is nothing; no inputs where the provider cannot import. */
  read(urn: string, id: string, it: { inputs?: Properties; outputs?: Properties }): Promise<Live>;
  delete(urn: string, id: string, it: { inputs: Properties; outputs: Properties }): Promise<void>;
}

export interface Change {
  oldInputs: Properties;
  oldOutputs: Properties;
  news: Properties;
  ignoreChanges: readonly string[];
}

export interface Checked {
  inputs: Properties;
  failures: CheckFailure[];
}

export interface CheckFailure {
  /** Empty where it concerns the resource as a whole. */
  property: string;
  reason: string;
}

export interface Live {
  id: string;
  inputs: Properties | undefined;
  outputs: Properties;
}

export interface ResourceDiff {
  changes: "none" | "some" | "unknown";
  /** Top-level properties that changed, as far as the provider says. */
  changed: string[];
  /** Those that replace the resource. */
  replaces: string[];
  deleteBeforeReplace: boolean;
  /** By property path; absent where the provider does not say. */
  detailed?: Record<string, DetailedChange>;
}

export interface DetailedChange {
  kind: "add" | "delete" | "update";
  replace: boolean;
  /** True where old and new inputs differ, false where the old state and new inputs do. */
  inputDiff: boolean;
}

/** A create or update that failed after it made something. */
export class InitFailed extends Error {
  override readonly name = "InitFailed";
  readonly made: Made;

  constructor(message: string, made: Made) {
    super(message);
    this.made = made;
  }
}

export interface Made {
  id: string;
  properties: Properties;
  reasons: string[];
}

/** Whether a diff asks for another resource rather than an update. */
export function replaces(diff: ResourceDiff): boolean {
  return diff.replaces.length > 0 || Object.values(diff.detailed ?? {}).some(({ replace }) => replace);
}

import type { Diagnostic } from "./diagnostic";
import type { EphemeralSpec } from "./ephemeral";
import type { FunctionSpec } from "./function";
import type { IdentitySpec } from "./identity";
import type { ListSpec } from "./list";
import type { MoveSpec } from "./move";
import type { Path } from "./path";
import type { AnyValues, Attributes, Values } from "./schema";
import type { MaybeUnknown } from "./unknown";

/** What every call into a resource gets besides its values. */
export interface Run<C> {
  /** The configured backend. */
  context: C;
  /** Aborted when the engine says stop. */
  signal: AbortSignal;
}

/** What `read` gets besides the state. */
export interface ReadRun<C> extends Run<C> {
  /** The state is another type's, taken over by a `moves`, and this is the first read of it. */
  isTaken?: boolean;
}

/** What `create` and `update` get besides what is planned. */
export interface WriteRun<C, V = AnyValues> extends Run<C> {
  /** What the user wrote: the one place where write-only values are. */
  config: PlanValues<V>;
}

/** A plan in the making, handed to a resource's `refine`. */
export interface Draft<C, V = AnyValues> extends Run<C> {
  /** The state before, or `undefined` for a create. */
  readonly prior: V | undefined;
  readonly config: PlanValues<V>;
  /** What will be: already holds the config, defaults, and prior computed values. `refine` changes it in place. */
  readonly planned: PlanValues<V>;
  /** True where anything at or below one of these attributes differs from the state before. Always true for a create. */
  changed(...names: (keyof V & string)[]): boolean;
  /** The position in `prior` of a block list's element, found by its key, or -1. */
  priorIndex(list: keyof V & string, index: number): number;
  error(path: Path, told: { code: string; summary: string; detail: string }): void;
  warning(path: Path, told: { code: string; summary: string; detail: string }): void;
}

/** A resource's top level while planning: each value may be unknown. */
export type PlanValues<V> = { [K in keyof V]: MaybeUnknown<V[K]> };

/**
 * What a resource is, for every front door.
 *
 * `create`, `read` and `update` return what the backend now holds; the kit lays the user's spelling over it.
 * A create or update that fails after it made something throws {@link PartialStateError}, so that nothing is orphaned.
 */
export interface ResourceSpec<C, A extends Attributes, V = Values<A>> {
  /** Without the provider's prefix, in snake_case: `cluster_profile`. */
  type: string;
  description: string;
  attributes: A;
  /** The version of the state's shape. Raise it with an entry in `upgrades`. */
  version: number;
  /** From version N to N+1, over values as they were stored. */
  upgrades?: Readonly<Record<number, (stored: AnyValues) => AnyValues>>;
  /** Rules of shape. Sees unknown values, and must accept them. Calls nothing. */
  validate?(config: PlanValues<V>): Diagnostic[];
  /** Rules and values that need the backend. Must call it only for what changed: a plan without changes is free. */
  refine?(draft: Draft<C, V>): Promise<void>;
  create(planned: PlanValues<V>, run: WriteRun<C, V>): Promise<V>;
  /** What is there now, or `undefined` where it is gone. */
  read(prior: V, run: ReadRun<C>): Promise<V | undefined>;
  update(prior: V, planned: PlanValues<V>, run: WriteRun<C, V>): Promise<V>;
  /** What a plan to remove it should say beside that, such as that something stays. Calls nothing. */
  removalNotes?(prior: V): Diagnostic[];
  /** Deleting what is already gone is no error. */
  delete(prior: V, run: Run<C>): Promise<void>;
  /** `format` is how people write an import id; `find` turns one into enough state for `read`. */
  import?: { format: string; find(id: string, run: Run<C>): Promise<V> };
  /** What the resource is known by, for engines that keep it beside the state and import by it. */
  identity?: IdentitySpec<C, V>;
  /** Resources of other types, of other providers too, whose state this one can take over. */
  moves?: readonly MoveSpec<V>[];
  /** Leaves out of a config that was made from a state what else need not be written: see `configOf`. */
  concise?(config: AnyValues): AnyValues;
  /** Finds all there are. Needs `identity`. */
  list?: ListSpec<C, V>;
}

/** A resource whose attributes the compiler no longer knows: what front doors handle. */
export type Resource<C> = ResourceSpec<C, Attributes, AnyValues>;

/** Checks the spec against its own schema, and lets front doors handle every resource alike. */
export function defineResource<C, A extends Attributes>(spec: ResourceSpec<C, A>): Resource<C> {
  // The one place where a resource's own types are given up: the kit hands it only values of its own schema.
  return spec as unknown as Resource<C>;
}

/** Reads, and nothing else. */
export interface DataSourceSpec<C, A extends Attributes, V = Values<A>> {
  type: string;
  description: string;
  attributes: A;
  validate?(config: PlanValues<V>): Diagnostic[];
  read(config: V, run: Run<C>): Promise<V>;
}
export type DataSource<C> = DataSourceSpec<C, Attributes, AnyValues>;

export function defineDataSource<C, A extends Attributes>(spec: DataSourceSpec<C, A>): DataSource<C> {
  return spec as unknown as DataSource<C>;
}

/** Resources, data sources, and how they are configured. */
export interface Provider<C> {
  /** The prefix of its types: `palette`. */
  name: string;
  version: string;
  /** The provider's own configuration. */
  attributes: Attributes;
  validate?(config: AnyValues): Diagnostic[];
  /** Must not call the backend: it is called for every plan, and by engines that then do nothing. */
  configure(config: AnyValues, environment: Readonly<Record<string, string | undefined>>): C;
  resources: readonly Resource<C>[];
  dataSources: readonly DataSource<C>[];
  functions?: readonly FunctionSpec[];
  ephemerals?: readonly EphemeralSpec<C>[];
}

/** Thrown by `create` and `update` when something was made before they failed. `state` names all of it. */
export class PartialStateError extends Error {
  override readonly name = "PartialStateError";
  readonly state: AnyValues;

  constructor(state: AnyValues, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.state = state;
  }
}

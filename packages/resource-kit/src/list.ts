import type { Diagnostic } from "./diagnostic";
import type { PlanValues, Run } from "./resource";
import type { AnyValues, Attributes } from "./schema";

/** Finds all resources of a type that the backend has, whoever made them. */
export interface ListSpec<C, V = AnyValues> {
  description: string;
  /** What narrows the search. */
  attributes: Attributes;
  validate?(config: PlanValues<AnyValues>): Diagnostic[];
  /** One by one, so that whoever has enough of them stops asking. */
  list(config: AnyValues, run: ListRun<C>): AsyncIterable<Listed<V>>;
}

export interface ListRun<C> extends Run<C> {
  /** As many are wanted; the rest is thrown away. */
  limit: number;
  /** Whether the state of each is wanted. */
  withState: boolean;
}

export interface Listed<V = AnyValues> {
  /** What people call it. */
  displayName: string;
  identity: AnyValues;
  /** Where it is wanted and not here, it is found by the identity and read. */
  state?: V | undefined;
}

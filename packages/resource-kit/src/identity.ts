import type { Run } from "./resource";
import type { AnyValues, Attributes } from "./schema";

/**
 * What a resource is known by for as long as it lives: enough to find it, and nothing that an update changes.
 * Engines keep it beside the state, and import by it.
 */
export interface IdentitySpec<C, V = AnyValues> {
  /** The version of the identity's shape. Raise it with an entry in `upgrades`. */
  version: number;
  /** From version N to N+1, over values as they were stored. */
  upgrades?: Readonly<Record<number, (stored: AnyValues) => AnyValues>>;
  /** Strings, numbers and bools. An import must give those that are `required`, and may give those that are `optional`. */
  attributes: Attributes;
  /** The identity of a state, or `undefined` where the state does not tell it, as half of one may not. */
  of(state: V, run: Run<C>): AnyValues | undefined;
  /** Turns an identity that a user gave into enough state for `read`. */
  find(identity: AnyValues, run: Run<C>): Promise<V>;
}

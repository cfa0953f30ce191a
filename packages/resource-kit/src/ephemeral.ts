import type { Diagnostic } from "./diagnostic";
import type { PlanValues, Run } from "./resource";
import type { AnyValues, Attributes } from "./schema";

/** A value that lives as long as one run of the engine and is never stored, such as a short-lived token. */
export interface EphemeralSpec<C> {
  /** Without the provider's prefix, in snake_case. */
  type: string;
  description: string;
  attributes: Attributes;
  validate?(config: PlanValues<AnyValues>): Diagnostic[];
  open(config: AnyValues, run: Run<C>): Promise<Opened>;
  /** Makes it live longer. Called at `renewAt` or later, with what `open` or the last `renew` left as `private`. */
  renew?(kept: unknown, run: Run<C>): Promise<Renewed>;
  /** It is not needed any more. Called once, also after a renewal that failed. */
  close?(kept: unknown, run: Run<C>): Promise<void>;
}

export interface Renewed {
  /** When it has to be renewed; absent where it need not be. */
  renewAt?: Date;
  /** Plain JSON, handed to the next `renew` and to `close`. */
  private?: unknown;
}

export interface Opened extends Renewed {
  result: AnyValues;
}

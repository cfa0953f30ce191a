import type { IConstruct } from "constructs";

/** A system profile under management. */
export interface ISystemProfile extends IConstruct {
  /** The profile's uid: a token, known at apply. */
  readonly uid: string;

  /** The profile's name: a token. */
  readonly name: string;

  /** The profile's version, which upgrades of Palette change: a token. */
  readonly version: string;
}

import type { IConstruct } from "constructs";

/** A cluster profile, whether this program makes it or not. */
export interface IClusterProfile extends IConstruct {
  /** The uid of the profile's current version: a token, known at apply at the latest; or what `ProfileVersion.fromUid` got. */
  readonly uid: string;

  /** The profile's name: a token. */
  readonly name: string;

  /** The profile's current version: a token. */
  readonly version: string;
}

/** The resources that rules are for. */
export type ProfileKind = "ClusterProfile" | "AppProfile" | "SystemProfile";

/** A profile's properties by Pulumi's names. What is not known in a preview is `Symbol.for("palette-profiles.unknown")`. */
export type ProfileProperties = Readonly<Record<string, unknown>>;

/** What a rule may have to know of a resource beside its properties. */
export interface Facts {
  kind: ProfileKind;
  /** Pulumi's option `protect`. Default `false`. */
  protect?: boolean;
  /** The stack's name, `production`, without organization and project. Absent where it is not known: no rule on stacks then applies. */
  stack?: string;
}

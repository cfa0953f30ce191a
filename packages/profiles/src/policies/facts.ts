/** The resources that rules are for. */
export type ProfileKind = "ClusterProfile" | "AppProfile" | "SystemProfile";

/**
 * A profile's properties by the names that programs know, those of its model. What is not known yet is
 * `Symbol.for("palette-profiles.unknown")`. The variables of Pulumi's profiles stand in `profileVariables.variables`.
 */
export type ProfileProperties = Readonly<Record<string, unknown>>;

/** What a rule may have to know of a resource beside its properties. */
export interface Facts {
  kind: ProfileKind;
  /** Whether the engine refuses to destroy it: Pulumi's `protect`, Terraform's `prevent_destroy`. Default `false`. */
  protect?: boolean;
  /** The stack's name, `production`; of Pulumi without organization and project. Absent where it is not known: no rule on stacks then applies. */
  stack?: string;
}

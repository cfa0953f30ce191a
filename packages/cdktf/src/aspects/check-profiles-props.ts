/** Which rules hold, and where they do not. */
export interface CheckProfilesProps {
  /**
   * An object of settings by rule, in the shape of Pulumi's policies: a level, or options with an `enforcementLevel` among
   * them, `{ "palette-required-tags": { enforcementLevel: "advisory", required: ["owner"] } }`. Levels are `mandatory`, an
   * error at which synth stops; `advisory`, a warning; and `disabled`. `all` is the level of rules that have none here.
   * @default - each rule's own level and options
   */
  readonly rules?: any;

  /**
   * Layers and tiers in which nothing counts, by name.
   * @default - none
   */
  readonly except?: string[];
}

/** How strict a rule is. */
export interface RuleProps {
  /**
   * What a finding is: `error`, at which synth stops, or `warning`.
   * @default "error"
   */
  readonly level?: string;
}

/** A choice of a variable whose input is a `dropdown`. */
export interface VariableOptionProps {
  /** What the variable gets. */
  readonly value: string;

  /**
   * What people see.
   * @default - the value
   */
  readonly label?: string;

  /**
   * What the choice means.
   * @default - none
   */
  readonly description?: string;
}

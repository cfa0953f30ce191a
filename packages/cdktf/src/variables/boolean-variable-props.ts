import type { CommonVariableProps } from "./common-variable-props";

/** A profile variable whose values are `true` and `false`. */
export interface BooleanVariableProps extends CommonVariableProps {
  /**
   * The value where a cluster gives none.
   * @default - none
   */
  readonly defaultValue?: boolean;
}

import type { CommonVariableProps } from "./common-variable-props";

/** A profile variable whose values are numbers. */
export interface NumberVariableProps extends CommonVariableProps {
  /**
   * The value where a cluster gives none.
   * @default - none
   */
  readonly defaultValue?: number;

  /**
   * An RE2 expression that values must match, as they are written.
   * @default - every number will do
   */
  readonly regex?: string;
}

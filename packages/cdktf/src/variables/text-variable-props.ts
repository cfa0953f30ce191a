import type { CommonVariableProps } from "./common-variable-props";

/** A profile variable whose values are texts of some format. */
export interface TextVariableProps extends CommonVariableProps {
  /**
   * The value where a cluster gives none, written as the format asks for.
   * @default - none
   */
  readonly defaultValue?: string;

  /**
   * An RE2 expression that values must match.
   * @default - every value of the format will do
   */
  readonly regex?: string;
}

import type { TextVariableProps } from "./text-variable-props";
import type { VariableOptionProps } from "./variable-option-props";

/** A profile variable that people choose from a list. */
export interface DropdownVariableProps extends TextVariableProps {
  /** The choices, at least one. A default value is the value of one of them. */
  readonly options: VariableOptionProps[];

  /**
   * What the values of all choices are: `string`, `number`, `boolean`, `ipv4`, `ipv4cidr`, `ipv6`, `version` or `base64`.
   * @default "string"
   */
  readonly format?: string;
}

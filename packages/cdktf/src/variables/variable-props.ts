import type { TextVariableProps } from "./text-variable-props";
import type { VariableOptionProps } from "./variable-option-props";

/** A profile variable of any format, asked for in any way. */
export interface VariableProps extends TextVariableProps {
  /**
   * `string`, `number`, `boolean`, `ipv4`, `ipv4cidr`, `ipv6`, `version` or `base64`.
   * @default "string"
   */
  readonly format?: string;

  /**
   * `text`, `dropdown` or `multiline`.
   * @default "text"
   */
  readonly inputType?: string;

  /**
   * The choices of a `dropdown`.
   * @default - none
   */
  readonly options?: VariableOptionProps[];
}

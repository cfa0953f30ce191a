import type { VariableOptionProps } from "./variable-option-props";

/** A profile variable. Values and manifests refer to it as `{{.spectro.var.NAME}}`. */
export interface VariableProps {
  /** The variable's name, unique in the profile. */
  readonly name: string;

  /**
   * What people see, unique in the profile.
   * @default - the name
   */
  readonly displayName?: string;

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
   * What the variable is for.
   * @default - none
   */
  readonly description?: string;

  /**
   * The value where a cluster gives none.
   * @default - none
   */
  readonly defaultValue?: string;

  /**
   * An RE2 expression that values must match.
   * @default - every value of the format will do
   */
  readonly regex?: string;

  /**
   * A cluster must give a value.
   * @default false
   */
  readonly required?: boolean;

  /**
   * A cluster cannot change the value. Needs a default value.
   * @default false
   */
  readonly immutable?: boolean;

  /**
   * Palette masks the value.
   * @default false
   */
  readonly isSensitive?: boolean;

  /**
   * Not shown when a cluster is deployed.
   * @default false
   */
  readonly hidden?: boolean;

  /**
   * The choices of a `dropdown`.
   * @default - none
   */
  readonly options?: VariableOptionProps[];
}

/** What a profile variable of any format takes. */
export interface CommonVariableProps {
  /** The variable's name, unique in the profile. */
  readonly name: string;

  /**
   * What people see, unique in the profile.
   * @default - the name
   */
  readonly displayName?: string;

  /**
   * What the variable is for.
   * @default - none
   */
  readonly description?: string;

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
   * Not shown when a cluster is deployed.
   * @default false
   */
  readonly hidden?: boolean;

  /**
   * Palette masks the value. Terraform's state still holds the default, unless that is `defaultValueWo`.
   * @default false
   */
  readonly isSensitive?: boolean;

  /**
   * The default of a sensitive variable, kept out of plans and of Terraform's state. It would stand in `cdktf.out`: take it
   * from a sensitive `TerraformVariable`. Needs `isSensitive` and Terraform 1.11; not with the official provider. Give this
   * or a `defaultValue`.
   * @default - none
   */
  readonly defaultValueWo?: string;

  /**
   * The version of `defaultValueWo`, which no plan can compare: raise it to write a new value.
   * @default - it is written with any other change of the variables
   */
  readonly defaultValueWoVersion?: number;
}

import * as pulumi from "@pulumi/pulumi";
import type { ClusterProfileOptionArgs, ClusterProfileVariableArgs } from "../cluster-profile.generated";
import { withoutAbsent } from "../tiers/given";

type DefaultChoice =
  | {
      /** The value where a cluster gives none; numbers and booleans become text. Always a secret. */
      defaultValue?: pulumi.Input<string | number | boolean>;
      defaultValueWo?: undefined;
      defaultValueWoVersion?: undefined;
    }
  | {
      /** Palette masks the value. */
      isSensitive: true;
      /** The default of a sensitive variable, kept out of plans and states. */
      defaultValueWo: pulumi.Input<string>;
      /** Raise it to write `defaultValueWo` again. */
      defaultValueWoVersion?: pulumi.Input<number>;
      defaultValue?: undefined;
    };

type InputChoice =
  | {
      /** How people are asked. `dropdown` has `options`. Default `text`. */
      inputType?: "text" | "multiline";
      options?: undefined;
    }
  | {
      inputType: "dropdown";
      /** The choices: values, or values with the labels that people see. Default of a label: the value. */
      options: readonly (string | { value: string; label?: string; description?: string })[];
    };

/** What {@link variable} takes. */
export type VariableArgs<Name extends string = string> = {
  /** The variable's name, unique in the profile. */
  name: Name;
  /** What people see, unique in the profile. Default: the name. */
  displayName?: pulumi.Input<string>;
  /** What values must be. Default `string`. */
  format?: "string" | "number" | "boolean" | "ipv4" | "ipv4cidr" | "ipv6" | "version" | "base64";
  /** What the variable is for. */
  description?: pulumi.Input<string>;
  /** An RE2 expression that values must match. */
  regex?: pulumi.Input<string>;
  /** A cluster must give a value. Default `false`. */
  required?: pulumi.Input<boolean>;
  /** A cluster cannot change the value. Needs a default. Default `false`. */
  immutable?: pulumi.Input<boolean>;
  /** Palette masks the value. Default `false`. */
  isSensitive?: pulumi.Input<boolean>;
  /** Not shown when a cluster is deployed. Default `false`. */
  hidden?: pulumi.Input<boolean>;
} & DefaultChoice &
  InputChoice;

/** A variable whose name is known. */
export type Variable<Name extends string = string> = Omit<ClusterProfileVariableArgs, "name"> & { name: Name };

/** A profile variable, for `profileVariables.variables`; {@link reference} gives the text that stands for its value. */
export function variable<const Name extends string>(args: VariableArgs<Name>): Variable<Name> {
  const { defaultValue, options, ...rest } = args;
  return withoutAbsent({
    ...rest,
    displayName: rest.displayName ?? rest.name,
    defaultValue: defaultValue === undefined ? undefined : textOf(defaultValue),
    options: options?.map(optionOf),
  } as Variable<Name>);
}

function optionOf(given: string | { value: string; label?: string; description?: string }): ClusterProfileOptionArgs {
  if (typeof given === "string") return { value: given, label: given };
  return withoutAbsent({ ...given, label: given.label ?? given.value });
}

function textOf(value: pulumi.Input<string | number | boolean>): pulumi.Input<string> {
  if (typeof value === "object") return pulumi.output(value).apply(String);
  return String(value);
}

import { plainText } from "../values/plain-text";
import type { BooleanVariableProps } from "./boolean-variable-props";
import type { DropdownVariableProps } from "./dropdown-variable-props";
import type { NumberVariableProps } from "./number-variable-props";
import type { TextVariableProps } from "./text-variable-props";
import type { CheckedVariable } from "./variable-model";
import type { VariableProps } from "./variable-props";

/**
 * A profile variable: a value that each cluster gives. There is a maker for each format; `new Variable` takes all there
 * is. A default value that does not keep its format is refused at synth. Source of the formats: Palette's API.
 *
 * @example
 * const team = profile.addVariable(Variable.string({ name: "team", required: true }));
 * const replicas = profile.addVariable(Variable.number({ name: "replicas", defaultValue: 2 }));
 * profile.addManifest({ name: "ns", content: { kind: "Namespace", metadata: { name: team.ref } } });
 */
export class Variable {
  /** Any text. */
  static string(props: TextVariableProps): Variable {
    return new Variable({ ...props, format: "string" });
  }

  /** A number, with or without decimals. */
  static number(props: NumberVariableProps): Variable {
    return new Variable({ ...props, format: "number", defaultValue: textOf(props.defaultValue) });
  }

  /** `true` or `false`. */
  static boolean(props: BooleanVariableProps): Variable {
    return new Variable({ ...props, format: "boolean", defaultValue: textOf(props.defaultValue) });
  }

  /** An IPv4 address, such as `10.0.0.1`. */
  static ipv4(props: TextVariableProps): Variable {
    return new Variable({ ...props, format: "ipv4" });
  }

  /** An IPv4 range, such as `10.0.0.0/16`. */
  static ipv4Cidr(props: TextVariableProps): Variable {
    return new Variable({ ...props, format: "ipv4cidr" });
  }

  /** An IPv6 address, such as `fd00::1`. */
  static ipv6(props: TextVariableProps): Variable {
    return new Variable({ ...props, format: "ipv6" });
  }

  /** A semantic version, such as `1.2.3`. */
  static version(props: TextVariableProps): Variable {
    return new Variable({ ...props, format: "version" });
  }

  /** Base64 with its padding, such as `cGFsZXR0ZQ==`. */
  static base64(props: TextVariableProps): Variable {
    return new Variable({ ...props, format: "base64" });
  }

  /** One of a few values, chosen from a list. */
  static dropdown(props: DropdownVariableProps): Variable {
    return new Variable({ ...props, inputType: "dropdown" });
  }

  /** A text of several lines. */
  static multiline(props: TextVariableProps): Variable {
    return new Variable({ ...props, format: "string", inputType: "multiline" });
  }

  /** The variable's name. */
  readonly name: string;
  private readonly model: CheckedVariable;

  constructor(props: VariableProps) {
    const { name, displayName = name } = props;
    const options = props.options?.map((option) => ({ ...option, label: option.label ?? option.value }));
    this.name = name;
    this.model = { ...props, displayName, options };
  }

  /** What stands in values and manifests for the variable's value: `{{.spectro.var.NAME}}`. */
  get ref(): string {
    return `{{.spectro.var.${this.name}}}`;
  }

  /** The same as `ref`, within a text. */
  toString(): string {
    return this.ref;
  }

  /** @internal */
  _model(): CheckedVariable {
    return this.model;
  }
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : plainText(value);
}

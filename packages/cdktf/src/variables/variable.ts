import type { CheckedVariable } from "./variable-model";
import type { VariableProps } from "./variable-props";

/**
 * A profile variable: a value that each cluster gives.
 *
 * @example
 * const team = profile.addVariable(new Variable({ name: "team", required: true }));
 * profile.addManifest({ name: "ns", content: { kind: "Namespace", metadata: { name: team.ref } } });
 */
export class Variable {
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

  /** @internal */
  _model(): CheckedVariable {
    return this.model;
  }
}

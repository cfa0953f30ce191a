import type { TerraformDataSource } from "cdktf";
import { Construct } from "constructs";
import { idProblems } from "../profile/id-problems";

/** What all references have in common: something that Palette has, and Terraform looks up. */
export abstract class Reference extends Construct {
  /** The generated data source beneath; from outside `node.defaultChild`. */
  protected abstract readonly source: TerraformDataSource;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.node.addValidation({ validate: () => [...this.idProblems(), ...this._problems()] });
  }

  /** The uid: a token, known when Terraform plans. */
  get uid(): string {
    return this.source.getStringAttribute("id");
  }

  /** The name: a token. */
  get name(): string {
    return this.source.getStringAttribute("name");
  }

  /**
   * What is wrong with the reference as far as that is told without a backend.
   * @internal
   */
  protected abstract _problems(): string[];

  private idProblems(): string[] {
    const source = this.node.defaultChild;
    return source === undefined ? [] : idProblems(this.node.id, source as TerraformDataSource);
  }
}

import type { TerraformDataSource } from "cdktf";
import type { Construct } from "constructs";
import { DataPaletteProject } from "../generated/palette/data-palette-project";
import { DataSpectrocloudProject } from "../generated/spectrocloud/data-spectrocloud-project";
import { chosenFor } from "../providers/implementation";
import { terraformText } from "../values/terraform-text";
import type { ProjectProps } from "./project-props";
import { Reference } from "./reference";

/**
 * A project of the tenant. Terraform looks it up whenever it plans, and says so where there is none.
 *
 * @example
 * const payments = Project.fromName(this, "payments", { name: "Payments" });
 * new ClusterProfile(this, "add-ons", { name: "add-ons", project: payments.name });
 */
export class Project extends Reference {
  /** The project of a name. */
  static fromName(scope: Construct, id: string, props: ProjectProps): Project {
    return new Project(scope, id, props);
  }

  protected readonly source: TerraformDataSource;

  private constructor(scope: Construct, id: string, { name, provider }: ProjectProps) {
    super(scope, id);
    const config = { name: terraformText(name), provider };
    // CDKTF leaves "Default" out of Terraform's address: data.palette_project.ID.
    this.source =
      chosenFor(this, provider).implementation === "spectrocloud"
        ? new DataSpectrocloudProject(this, "Default", config)
        : new DataPaletteProject(this, "Default", config);
  }

  /** @internal */
  protected _problems(): string[] {
    return [];
  }
}

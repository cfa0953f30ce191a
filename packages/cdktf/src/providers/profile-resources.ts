import type { LayerModel, TierModel } from "@palette-profiles/profiles";
import type { TerraformResource } from "cdktf";
import type { CheckedVariable } from "../variables/variable-model";

/** A generated resource of a profile, of either provider, with what aspects read and write of it. */
export interface HeaderResource extends TerraformResource {
  tags: string[];
  readonly tagsInput?: string[];
  readonly descriptionInput?: string;
}

/** A profile as one of the providers has it. Fills as the program adds to it. */
interface ProfileResource {
  readonly resource: HeaderResource;
  /** What the program asks for and this provider cannot do: a sentence each, with the reason and the way out. */
  refusals(): string[];
}

export interface ClusterProfileResource extends ProfileResource {
  addLayer(layer: LayerModel): void;
  addVariable(variable: CheckedVariable): void;
}

export interface AppProfileResource extends ProfileResource {
  addTier(tier: TierModel): void;
}

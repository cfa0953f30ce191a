import { TerraformElement, type TerraformResource } from "cdktf";

interface Move {
  from: string;
  to: string;
}

/**
 * The `moved` blocks by which Terraform finds a resource at an address that it had until now. Those that CDKTF's own
 * `moveFromId` writes are one a resource, and do not follow an `overrideLogicalId`.
 */
export class MovedBlocks extends TerraformElement {
  /**
   * @param officialType from the same id of this type, if it is one of the official provider's
   * @param earlier from this address, which then goes before
   */
  constructor(
    private readonly resource: TerraformResource,
    private readonly officialType?: string,
    private readonly earlier?: string,
  ) {
    super(resource, "moved");
  }

  override toTerraform(): any {
    const moves = this.moves();
    return moves.length === 0 ? {} : { moved: moves };
  }

  override toHclTerraform(): any {
    const { moved } = this.toTerraform();
    return { moved: moved?.map(({ from, to }: Move) => ({ from: reference(from), to: reference(to) })) };
  }

  /** Asked at synth: ids are final only then. */
  private moves(): Move[] {
    const { terraformResourceType, friendlyUniqueId } = this.resource;
    const own = `${terraformResourceType}.${friendlyUniqueId}`;
    const official = this.officialType === undefined ? undefined : `${this.officialType}.${friendlyUniqueId}`;
    return this.steps(official)
      .filter((step) => step !== own)
      .map((from, index, steps) => ({ from, to: steps[index + 1] ?? own }));
  }

  /** A state that has seen the first step, with the official provider still, goes on from there. */
  private steps(official: string | undefined): string[] {
    if (this.earlier === undefined) return official === undefined ? [] : [official];
    const goesOn = official !== undefined && official !== this.earlier && /(^|\.)spectrocloud_/.test(this.earlier);
    return goesOn ? [this.earlier, official] : [this.earlier];
  }
}

function reference(value: string): object {
  return { value, isBlock: false, type: "simple", storageClassType: "reference" };
}

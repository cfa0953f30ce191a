import { type TerraformProvider, Token } from "cdktf";
import type { Construct } from "constructs";
import {
  DataSpectrocloudPack,
  type DataSpectrocloudPackConfig,
} from "../../generated/spectrocloud/data-spectrocloud-pack";
import { DataSpectrocloudPackSimple } from "../../generated/spectrocloud/data-spectrocloud-pack-simple";
import { DataSpectrocloudRegistry } from "../../generated/spectrocloud/data-spectrocloud-registry";
import { terraformTexts } from "../../values/terraform-text";

/** How a layer or a tier names its registry. */
export interface NamedRegistry {
  registryName?: string;
  registryUid?: string;
}

/**
 * What the official provider has to be told of packs, and ours finds by itself: data sources beside the profile, one for a
 * pack and one for a registry. Their ids follow from the names, so that another layer changes none of them.
 */
export class PackLookups {
  private readonly registries = new Map<string, DataSpectrocloudRegistry>();

  /** @param scope the profile */
  constructor(
    private readonly scope: Construct,
    private readonly provider?: TerraformProvider,
  ) {}

  /** The registry's uid; nothing where none is named. */
  registryUid({ registryName: name, registryUid }: NamedRegistry): string | undefined {
    if (name === undefined) return registryUid;
    const found = this.registries.get(name) ?? this.registry(name);
    this.registries.set(name, found);
    return found.id;
  }

  /** The pack of a layer: its uid, its version and its own values. */
  pack(layer: string, key: DataSpectrocloudPackConfig): DataSpectrocloudPack {
    return new DataSpectrocloudPack(this.scope, this.idFor("pack", layer), this.with(key));
  }

  /** The pack of a tier: its uid. The other data source knows no packs of apps. */
  packOfTier(tier: string, key: { type: string; name: string; version?: string; registryUid?: string }): string {
    return new DataSpectrocloudPackSimple(this.scope, this.idFor("pack", tier), this.with(key)).id;
  }

  private registry(name: string): DataSpectrocloudRegistry {
    return new DataSpectrocloudRegistry(this.scope, this.idFor("registry", name), this.with({ name }));
  }

  private with<T>(config: T): T & { provider?: TerraformProvider } {
    return { ...terraformTexts(config), provider: this.provider };
  }

  /** A token cannot stand in an id, and layers that only their display names tell apart cannot have the same one. */
  private idFor(kind: string, name: string): string {
    const id = Token.isUnresolved(name) ? kind : `${kind}-${name}`;
    const taken = new Set(this.scope.node.children.map(({ node }) => node.id));
    let free = id;
    for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
    return free;
  }
}

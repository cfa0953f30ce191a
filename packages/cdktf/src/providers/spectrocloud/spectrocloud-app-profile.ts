import type { TierModel } from "@palette-profiles/profiles";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { AppProfileProps } from "../../app/app-profile-props";
import { ApplicationProfile, type ApplicationProfilePack } from "../../generated/spectrocloud/application-profile";
import { fragments, isToken, terraformTexts } from "../../values/terraform-text";
import type { AppProfileResource } from "../profile-resources";
import { PackLookups } from "./pack-lookups";
import { OR_OURS, refusedHeader, when } from "./refused-header";
import { refusedTiers } from "./refused-tiers";

/** An app profile of the official provider, as far as that can do what the construct can. */
export class SpectrocloudAppProfile implements AppProfileResource {
  readonly resource: ApplicationProfile;
  private readonly lookups: PackLookups;
  private readonly tiers: TierModel[] = [];
  private readonly packs: ApplicationProfilePack[] = [];

  constructor(
    scope: Construct,
    private readonly props: AppProfileProps,
  ) {
    const { name, version, context, description, tags, provider, timeouts } = props;
    const plain = terraformTexts({ name, version, context, description, tags });
    // CDKTF leaves "Default" out of Terraform's address, as beneath our provider: a switch keeps the id.
    this.resource = new ApplicationProfile(scope, "Default", { ...plain, provider, timeouts, pack: [] });
    this.lookups = new PackLookups(scope, provider);
  }

  addTier(tier: TierModel): void {
    this.tiers.push(tier);
    this.packs.push(this.packOf(tier));
    this.resource.putPack(this.packs);
  }

  refusals(): string[] {
    const { skipDestroy } = this.props;
    return [
      ...refusedHeader(this.props),
      ...when(
        skipDestroy,
        `skipDestroy: the official provider always deletes an app profile on destroy; leave it out, ${OR_OURS}`,
      ),
      ...refusedTiers(this.tiers),
    ];
  }

  private packOf(tier: TierModel): ApplicationProfilePack {
    const { name, type = "", tag, values, installOrder, manifests } = tier;
    const manifest = manifests.length === 0 ? undefined : manifests;
    if (type === "manifest") return terraformTexts({ name, type, values, installOrder, manifest });
    const registryUid = this.lookups.registryUid(tier);
    const packName = tier.packName ?? (type === "container" ? "container" : name);
    const sourceAppTier = this.lookups.packOfTier(name, { type, name: packName, version: tag, registryUid });
    const properties = propertiesOf(tier);
    return terraformTexts({ name, type, tag, registryUid, sourceAppTier, properties, values, installOrder, manifest });
  }
}

/** The official provider has one map for all properties, and nothing in its schema keeps the secret ones out of a plan. */
function propertiesOf({ properties, sensitiveProperties = {} }: TierModel): Record<string, string> | undefined {
  const secrets = Object.entries(sensitiveProperties).map(([property, value]) => [property, secret(value)]);
  if (properties === undefined && secrets.length === 0) return undefined;
  return { ...properties, ...Object.fromEntries(secrets) };
}

/** A value that Terraform shows in no plan. Text comes in base64, since CDKTF does not escape it within functions. */
function secret(value: string): string {
  const parts = fragments(value).map((part) =>
    isToken(part) ? part : Fn.base64decode(Buffer.from(part).toString("base64")),
  );
  return Fn.sensitive(parts.length === 1 ? parts[0] : Fn.join("", parts));
}

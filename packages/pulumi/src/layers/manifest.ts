import * as pulumi from "@pulumi/pulumi";
import type { ClusterProfilePackArgs } from "../cluster-profile.generated";
import { profilesPackage } from "../profiles-package";
import { withoutAbsent } from "../tiers/given";

/** Kubernetes YAML, of one or more documents; or an object, or several, a document each. Outputs may stand anywhere. */
export type ManifestContent = pulumi.Input<string | object | object[]>;

type ContentChoice =
  | {
      /** The only manifest, which gets the layer's name. Give this or `manifests`. */
      content: ManifestContent;
      manifests?: undefined;
    }
  | {
      /** Several manifests, in order. Give this or `content`. */
      manifests: readonly {
        /** The manifest's name, unique in the layer. */
        name: pulumi.Input<string>;
        content: ManifestContent;
      }[];
      content?: undefined;
    };

/** What {@link manifest} takes: `content` or `manifests`. */
export type ManifestArgs = {
  /** The layer's name. */
  name: pulumi.Input<string>;
  /** Palette's settings of the layer: YAML, or an object such as `{ pack: { namespace: "web" } }`. */
  values?: pulumi.Input<string | object>;
} & ContentChoice;

/**
 * A layer of Kubernetes manifests, for `ClusterProfileArgs.packs`. A secret in a manifest makes the list of layers a
 * secret in the state.
 * @throws where both `content` and `manifests` are given, or neither.
 */
export function manifest(args: ManifestArgs): ClusterProfilePackArgs {
  const { name, values, content, manifests } = args;
  if ((content === undefined) === (manifests === undefined)) {
    const which = typeof name === "string" ? ` "${name}"` : "";
    throw new Error(`The manifest layer${which} needs either content, which is one manifest, or manifests.`);
  }
  const given = manifests ?? [{ name, content: content! }];
  return withoutAbsent({
    name,
    type: "manifest",
    values,
    manifests: given.map((it) => ({ name: it.name, content: textOf(it.content) })),
  } as ClusterProfilePackArgs);
}

function textOf(content: ManifestContent): pulumi.Input<string> {
  if (typeof content === "string") return content;
  return pulumi.output(content).apply((known) => {
    const { yamlText } = profilesPackage();
    return Array.isArray(known) ? known.map((it) => yamlText(it)).join("---\n") : yamlText(known);
  });
}

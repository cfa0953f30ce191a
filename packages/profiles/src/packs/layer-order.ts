import { INFRA_LAYERS, isInfra, LAYER_WORDS, type LayerKind } from "./knowledge";
import { type PackProblem, packError, packWarning } from "./problem";
import { inStack, type PlannedLayer, type Stack } from "./stack";

/**
 * The clouds whose profiles name all four layers. Of others, such as custom ones and technical previews, Palette may
 * fill in operating system and Kubernetes itself.
 * Source: `cloudTypes` of the JSON schema of packs, and `v1CloudType` of the API without `generic`.
 */
const CLOUDS = new Set(
  "all aws azure gcp vsphere openstack baremetal maas aks eks gke tke edge libvirt edge-native coxedge apache-cloudstack".split(
    " ",
  ),
);
/** Edge hosts may bring storage of their own, so its absence is worth a look and no more. */
const EDGE = new Set(["edge", "edge-native"]);

/** V5 and V6: a profile of a cluster has an OS, Kubernetes, a network and storage, in that order; add-ons have none. */
export function checkLayerOrder(stack: Stack): PackProblem[] {
  if (stack.type === "add-on") return infraInAddon(stack);
  if (stack.type !== "infra" && stack.type !== "cluster") return [];
  return [...missing(stack), ...repeated(stack), ...outOfOrder(stack), ...addonInInfra(stack)];
}

function infraInAddon({ layers }: Stack): PackProblem[] {
  return layers
    .filter(({ kind }) => isInfra(kind))
    .map((layer) =>
      packWarning(
        "InfraInAddon",
        inStack(layer, "name"),
        "An infrastructure layer in an add-on profile",
        `"${layer.name}" is a pack of the ${LAYER_WORDS[layer.kind!]} layer, but the profile's type is "add-on". A cluster gets that layer from its infra or cluster profile, and the two may clash. Move it there, or set type = "cluster".`,
      ),
    );
}

function missing({ type, cloud, layers, partial, removed, newVersion }: Stack): PackProblem[] {
  if (partial || cloud === undefined || !CLOUDS.has(cloud)) return [];
  return INFRA_LAYERS.filter((kind) => !layers.some((layer) => layer.kind === kind)).flatMap((kind) => {
    // That it was there and goes is told by the rule for removed layers.
    if (!newVersion && removed.some((layer) => layer.kind === kind)) return [];
    const tell = EDGE.has(cloud) && kind === "csi" ? packWarning : packError;
    return tell(
      "MissingLayer",
      ["packs"],
      `The profile has no ${LAYER_WORDS[kind]} layer`,
      `A profile of type "${type}" for the cloud "${cloud}" needs four layers: operating system, Kubernetes, network and storage. It has no ${LAYER_WORDS[kind]} layer: add a pack of the layer "${kind}".`,
    );
  });
}

function repeated({ layers }: Stack): PackProblem[] {
  return layers.flatMap((layer) => {
    if (!isInfra(layer.kind)) return [];
    const first = layers.find(({ kind }) => kind === layer.kind)!;
    if (first === layer) return [];
    return packError(
      "RepeatedLayer",
      inStack(layer, "name"),
      `Two ${LAYER_WORDS[layer.kind]} layers`,
      `"${first.name}" and "${layer.name}" are both packs of the ${LAYER_WORDS[layer.kind]} layer, and a profile has one: remove one of them.`,
    );
  });
}

function outOfOrder({ layers }: Stack): PackProblem[] {
  const rank = (kind: LayerKind | undefined) => (isInfra(kind) ? INFRA_LAYERS.indexOf(kind) : INFRA_LAYERS.length);
  // A second one of its kind is told as that.
  const first = (layer: PlannedLayer) => layers.find(({ kind }) => kind === layer.kind) === layer;
  const known = layers.filter((layer) => layer.kind !== undefined && (!isInfra(layer.kind) || first(layer)));
  const wrong = known.find(
    (layer, at) => isInfra(layer.kind) && at > 0 && rank(known[at - 1]!.kind) > rank(layer.kind),
  );
  if (wrong === undefined) return [];
  const before = known[known.indexOf(wrong) - 1]!;
  return [
    packError(
      "LayerOrder",
      inStack(wrong, "name"),
      "The layers are not in order",
      `"${wrong.name}" (${LAYER_WORDS[wrong.kind!]}) stands after "${before.name}" (${LAYER_WORDS[before.kind!]}). The order is operating system, Kubernetes, network, storage, then add-ons: move it up.`,
    ),
  ];
}

function addonInInfra({ type, layers }: Stack): PackProblem[] {
  if (type !== "infra") return [];
  return layers
    .filter(({ kind }) => kind === "addon")
    .map((layer) =>
      packWarning(
        "AddonInInfra",
        inStack(layer, "name"),
        "An add-on in an infra profile",
        `"${layer.name}" is an add-on, but Palette's infra profiles hold operating system, Kubernetes, network and storage only. Set type = "cluster", or move it to a profile of type "add-on".`,
      ),
    );
}

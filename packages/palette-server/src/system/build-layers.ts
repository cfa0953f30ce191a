import type { Backend } from "../backend";
import { invalid } from "../errors";
import { buildTemplate } from "../profiles/build-template";
import type { PackInput } from "../profiles/pack-input";
import { resolvePack } from "../profiles/resolve-pack";
import type { StoredPack } from "../store/profiles";
import { listRegistries } from "../store/registries";
import type { LayerSeed } from "./system-profile-seed";

/**
 * Layers as the profile holds them. What one leaves out comes from the layer of its name that there is, and otherwise
 * from the pack: its newest version, and that version's own values.
 */
export function buildLayers(
  backend: Backend,
  layers: readonly LayerSeed[],
  stored: readonly StoredPack[] = [],
): StoredPack[] {
  const inputs = layers.map((layer) => toInput(backend, layer, storedLayer(layer, stored)));
  return buildTemplate(backend, inputs, stored);
}

function storedLayer({ name }: LayerSeed, stored: readonly StoredPack[]): StoredPack | undefined {
  const ofName = stored.filter((pack) => pack.name === name);
  if (ofName.length > 1) {
    throw invalid("LayerAmbiguous", `The system profile has ${ofName.length} layers of the name "${name}"`);
  }
  return ofName[0];
}

function toInput(backend: Backend, layer: LayerSeed, stored: StoredPack | undefined): PackInput {
  const type = layer.type ?? stored?.type ?? "spectro";
  const registryUid = layer.registry === undefined ? (stored?.registryUid ?? "") : uidOfRegistry(backend, layer);
  const manifests = layer.manifests ?? stored?.manifests ?? [];
  const input: PackInput = {
    name: layer.name,
    type,
    tag: layer.tag ?? stored?.tag ?? "",
    registryUid,
    uid: "",
    values: layer.values ?? "",
    manifests: manifests.map(({ name, content }) => ({ name, content, uid: "" })),
  };
  if (type === "manifest") return { ...input, values: layer.values ?? stored?.values ?? "" };
  const newest = backend.packs.versionsOf(layer.name.split("--").at(-1)!, registryUid || undefined)[0];
  const tagged = { ...input, tag: input.tag || (newest?.version ?? "") };
  if (layer.values !== undefined) return tagged;
  const pack = backend.packs.byUid(resolvePack(backend, tagged).packUid);
  return { ...tagged, values: (pack?.values ?? stored?.values ?? "").trim() };
}

function uidOfRegistry(backend: Backend, { name, registry }: LayerSeed): string {
  const registries = listRegistries(backend.db);
  const found = registries.find((each) => each.name === registry);
  if (found) return found.uid;
  const known = registries.map((each) => each.name).join(", ");
  throw invalid("RegistryNotFound", `The layer "${name}" names an unknown registry: "${registry}"; there are ${known}`);
}

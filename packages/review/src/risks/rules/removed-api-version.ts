import { foldPlaces } from "../fold-places";
import type { LayerPair } from "../layer-pairs";
import { kubernetesOf } from "../moves";
import { releaseOf } from "../release";
import { REMOVED_EVERYWHERE, removedObjects } from "../removed-apis";
import type { RiskFinding, RiskRule } from "../risk-rule";

/** Objects that the cluster does not know any more. */
export const removedApiVersion: RiskRule = {
  id: "removed-api-version",
  title: "Kubernetes no longer serves the API of a manifest",
  severity: "high",
  about:
    "Manifests, and values that hold objects whole, are of an API version that the profile's Kubernetes no longer serves: all of them where Kubernetes rises past the release that removed it, else those of texts that change or come. In a profile without a Kubernetes layer it is what every supported release has removed. What charts make of their values is not known. One finding for each kind of object in a layer.",
  why: "The objects are refused when the layer is deployed or upgraded.",
  fix: "Write them in the API version that took its place.",
  sources: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
  example: {
    before: {
      packs: [
        { name: "kubernetes", tag: "1.24.17" },
        {
          name: "jobs",
          type: "manifest",
          manifests: [{ name: "nightly", content: "apiVersion: batch/v1beta1\nkind: CronJob\n" }],
        },
      ],
    },
    after: {
      packs: [
        { name: "kubernetes", tag: "1.25.16" },
        {
          name: "jobs",
          type: "manifest",
          manifests: [{ name: "nightly", content: "apiVersion: batch/v1beta1\nkind: CronJob\n" }],
        },
      ],
    },
  },
  find: ({ layers, changes }) => {
    const kubernetes = kubernetesOf(layers);
    const after = releaseOf(kubernetes?.after?.tag)?.minor ?? REMOVED_EVERYWHERE;
    const before = releaseOf(kubernetes?.before?.tag)?.minor ?? after;
    const touched = new Set(changes.map(({ layer }) => layer));
    const looked = layers.filter(({ key }) => after > before || touched.has(key));
    const found = looked.flatMap((pair) =>
      textsOf(pair).flatMap(({ text, manifest, isChanged }): RiskFinding[] =>
        removedObjects(isChanged || after > before ? text : "")
          .filter(({ removedIn }) => removedIn <= after && (isChanged || removedIn > before))
          .map(({ kind, apiVersion, removedIn, instead, path }) => ({
            layer: pair.key,
            ...(manifest === undefined ? {} : { manifest }),
            ...(path === "" ? {} : { path }),
            message: `${kind} of ${apiVersion} is gone since Kubernetes 1.${removedIn}; ${instead === undefined ? "nothing took its place" : `it is ${instead} now`}.`,
          })),
      ),
    );
    return foldPlaces(found, ({ layer, message }) => `${layer}: ${message}`);
  },
};

/** The texts of a layer as it will be. */
function textsOf({ before, after }: LayerPair): { text: string; manifest?: string; isChanged: boolean }[] {
  const values = (["values", "overrides"] as const).map((name) => ({
    text: after?.[name] ?? "",
    isChanged: before?.[name] !== after?.[name],
  }));
  const manifests = (after?.manifests ?? []).map(({ name, content = "" }) => ({
    text: content,
    manifest: name,
    isChanged: before?.manifests.find((manifest) => manifest.name === name)?.content !== content,
  }));
  return [...values, ...manifests];
}

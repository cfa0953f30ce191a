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
    "Manifests hold objects of an API version that the profile's Kubernetes no longer serves: all of them where Kubernetes rises past the release that removed it, else those of manifests that change or come. In a profile without a Kubernetes layer it is what every supported release has removed. What charts make is not known, and objects within lists or values are not looked at.",
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
  find: ({ layers }) => {
    const kubernetes = kubernetesOf(layers);
    const after = releaseOf(kubernetes?.after?.tag)?.minor ?? REMOVED_EVERYWHERE;
    const before = releaseOf(kubernetes?.before?.tag)?.minor ?? after;
    return layers.flatMap((pair) =>
      (pair.after?.manifests ?? []).flatMap(({ name, content = "" }): RiskFinding[] => {
        const old = pair.before?.manifests.find((manifest) => manifest.name === name);
        const isChanged = old?.content !== content;
        return removedObjects(content)
          .filter(({ removedIn }) => removedIn <= after && (isChanged || removedIn > before))
          .map(({ kind, apiVersion, removedIn, instead }) => ({
            layer: pair.key,
            manifest: name,
            message: `${kind} of ${apiVersion} is gone since Kubernetes 1.${removedIn}; ${instead === undefined ? "nothing took its place" : `it is ${instead} now`}.`,
          }));
      }),
    );
  },
};

import { changedLeaves } from "../changed-leaves";
import type { RiskRule } from "../risk-rule";

const SWITCH =
  /(?:^|[.\] ])(?:installCRDs|(?:crds|customResources|customResourceDefinitions)\.(?:enabled|install|create|keep))$/;

/** Definitions go, and with them all that they define. */
export const crdsDisabled: RiskRule = {
  id: "crds-disabled",
  title: "A chart no longer installs its definitions",
  severity: "medium",
  about:
    "`installCRDs`, `crds.enabled`, `crds.install`, `crds.create` or `crds.keep` of a chart goes from true to false. Charts that call it otherwise are not seen, nor is a chart that keeps its definitions whatever the switch says.",
  why: "Helm deletes what a chart no longer brings, and Kubernetes deletes with a definition every object of its kind: all certificates, all backups.",
  fix: "Make sure that the definitions are kept (`crds.keep`, the annotation `helm.sh/resource-policy: keep`), or that something else brings them.",
  sources: [
    "https://cert-manager.io/docs/installation/helm/",
    "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#delete-a-customresourcedefinition",
  ],
  example: {
    before: { packs: [{ name: "cert-manager", values: "charts:\n  cert-manager:\n    installCRDs: true\n" }] },
    after: { packs: [{ name: "cert-manager", values: "charts:\n  cert-manager:\n    installCRDs: false\n" }] },
  },
  find: ({ changes }) =>
    changedLeaves(changes).flatMap(({ place, path, before, after }) =>
      before === true && after === false && SWITCH.test(path)
        ? [{ ...place, message: `\`${path.split(".").slice(-2).join(".")}\` is turned off.` }]
        : [],
    ),
};

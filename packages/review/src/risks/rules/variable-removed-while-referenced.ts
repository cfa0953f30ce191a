import { variableReferences } from "@palette-profiles/profiles";
import type { RiskLayer } from "../layer-pairs";
import type { RiskFinding, RiskRule } from "../risk-rule";

/** Values that refer to nothing. */
export const variableRemovedWhileReferenced: RiskRule = {
  id: "variable-removed-while-referenced",
  title: "A variable goes that values refer to",
  severity: "high",
  about:
    "A profile variable is removed or renamed, and values, overrides or a manifest of the profile still refer to it by its old name. Layers of other profiles of a cluster are not looked at.",
  why: "Palette refuses a profile whose values refer to a variable that is not there, and a cluster that got it would have no value.",
  fix: "Take the references out, or keep the variable.",
  sources: [
    "https://docs.spectrocloud.com/profiles/cluster-profiles/create-cluster-profiles/define-profile-variables/",
  ],
  example: {
    before: {
      packs: [{ name: "shop", values: 'replicas: "{{.spectro.var.replicas}}"\n' }],
      variables: [{ name: "replicas" }],
    },
    after: { packs: [{ name: "shop", values: 'replicas: "{{.spectro.var.replicas}}"\n' }], variables: [] },
  },
  find: ({ changes, layers, after }) => {
    if (after === undefined) return [];
    return changes.flatMap(({ kind, variable, path }): RiskFinding[] => {
      if (variable === undefined || path !== "" || (kind !== "remove" && kind !== "rename")) return [];
      const users = layers.flatMap(({ key, after: layer }) => (layer && refersTo(layer, variable) ? [key] : []));
      if (users.length === 0) return [];
      const word = kind === "remove" ? "removed" : "renamed";
      const names = users.map((name) => `"${name}"`).join(", ");
      return [{ variable, message: `It is ${word}, and ${names} ${users.length === 1 ? "refers" : "refer"} to it.` }];
    });
  },
};

function refersTo({ values, overrides, manifests }: RiskLayer, name: string): boolean {
  const texts = [values, overrides, ...manifests.map(({ content }) => content)];
  return texts.some((text) => text?.includes(name) === true && variableReferences(text).includes(name));
}

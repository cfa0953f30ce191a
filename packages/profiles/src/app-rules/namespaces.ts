import { readValues, recordOf, scalarOf } from "../app/read-values";
import type { AppProfileModel } from "../model/app-profile";
import { type DeepFields, knownText } from "../model/unknown";
import { type Problem, warning } from "../rules/problem";
import { textAt } from "../yaml/documents";
import { parseYaml } from "../yaml/parse";
import { normalizeText } from "../yaml/text";
import { resolved, type YamlTree } from "../yaml/tree";
import { type KnownTier, knownTiers } from "./known-tiers";
import { tierTexts } from "./tier-texts";

/** The objects of Kubernetes itself that live in a namespace; of others it is not known here. */
const NAMESPACED = new Set([
  ...["ConfigMap", "CronJob", "DaemonSet", "Deployment", "Endpoints", "HorizontalPodAutoscaler", "Ingress", "Job"],
  ...["LimitRange", "NetworkPolicy", "PersistentVolumeClaim", "Pod", "PodDisruptionBudget", "ReplicaSet"],
  ...["ReplicationController", "ResourceQuota", "Role", "RoleBinding", "Secret", "Service", "ServiceAccount"],
  "StatefulSet",
]);

/** V31: a Helm chart or a manifest says where it goes, since Palette puts it into `default` otherwise. */
export function checkNamespaces(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownTiers(profile).flatMap((known) => {
    const { tier, index, label } = known;
    if (typeof tier.values === "symbol" || setsNamespace(knownText(tier.values) ?? "")) return [];
    if (tier.type === "manifest") return manifestProblems(known);
    if (tier.type !== "helm") return [];
    const message = `tier "${label}" sets no namespace, so its chart lands in "default"; set pack.namespace in its values, such as "{{.spectro.system.appdeployment.tiername}}-ns"`;
    return [warning("NoNamespace", ["tiers", index, "values"], message)];
  });
}

/** What does not parse is told elsewhere, and may set one. */
function setsNamespace(values: string): boolean {
  if (!values.includes("namespace")) return false;
  const read = readValues(values);
  return read === undefined || Boolean(scalarOf(recordOf(read.pack)?.namespace));
}

function manifestProblems(known: KnownTier): Problem[] {
  return tierTexts(known).flatMap(({ kind, text, what, path }) => {
    if (kind !== "manifest") return [];
    const astray = parseYaml(normalizeText(text)).documents.flatMap((document) => objectAstray(document) ?? []);
    if (astray.length === 0) return [];
    const some = astray.slice(0, 3).join(", ");
    const more = astray.length > 3 ? ` and ${astray.length - 3} more` : "";
    const [verb, lands] = astray.length === 1 ? ["names", "it lands"] : ["name", "they land"];
    const message = `${what}: ${some}${more} ${verb} no namespace, so ${lands} in "default"; set metadata.namespace`;
    return [warning("NoNamespace", path, message)];
  });
}

/** The object, `Deployment web`, that should name its namespace and does not. */
function objectAstray(document: YamlTree): string | undefined {
  const root = resolved(document);
  const kind = root.kind === "map" ? textAt(root, "kind") : undefined;
  if (root.kind !== "map" || kind === undefined || !NAMESPACED.has(kind)) return undefined;
  const entry = [...root.entries.values()].find(({ key }) => key === "metadata");
  const metadata = entry && resolved(entry.node);
  if (metadata?.kind !== "map") return kind;
  return textAt(metadata, "namespace") ? undefined : [kind, textAt(metadata, "name")].join(" ").trim();
}

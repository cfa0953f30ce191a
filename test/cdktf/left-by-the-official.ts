import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient, registries, TENANT, type V1ClusterProfileEntity } from "@palette-profiles/palette-api";
import type { RunningServer } from "@palette-profiles/palette-server";
import type { AnyValues } from "@palette-profiles/resource-kit";
import { backendOf } from "../scenarios/backend";
import { officialState } from "../terraform/official-provider";

interface Layer {
  name: string;
  type: string;
  tag?: string;
  registry?: string;
  values?: string;
  content?: string;
}

interface Profile {
  name: string;
  description?: string;
  version?: string;
  type?: string;
  cloud?: string;
  tags?: string[];
  layers: Layer[];
  variables?: (typeof VARIABLE)[];
}

const pack = (name: string, tag: string, values?: string): Layer => {
  return { name, type: "spectro", tag, registry: "Public Repo", values };
};
const manifest = (name: string, namespace: string): Layer => {
  return { name, type: "manifest", content: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${namespace}` };
};
const TAGS = ["team:platform"];
const VARIABLE = { name: "replicas", display_name: "Replicas", format: "number", default_value: "2", required: true };
const RETENTION = `"charts":
  "kube-prometheus-stack":
    "prometheus":
      "prometheusSpec":
        "retention": "30d"
"pack":
  "namespace": "monitoring"`;

/**
 * Makes what `before/main.tf` of the example makes, and gives the state that the official provider has of it. A cluster is in
 * the state as well.
 */
export async function leftByTheOfficial(server: RunningServer, before: string): Promise<string> {
  const backend = await backendOf(server);
  const at = { scope: TENANT, signal: new AbortController().signal };
  const { items } = await registries(createClient({ host: server.url, apiKey: server.apiKey }), at).list();
  const registryOf = ({ registry }: Layer) => items.find(({ name }) => name === registry)?.uid ?? "";

  const made = async ({ layers, variables = [], ...profile }: Profile): Promise<AnyValues> => {
    const { name, description = "", version = "1.0.0", type = "add-on", cloud = "all", tags = [] } = profile;
    const packs = layers.map(({ content, registry, ...layer }) =>
      content === undefined
        ? { ...layer, registryUid: registryOf({ ...layer, registry }) }
        : { ...layer, uid: "spectro-manifest-pack", manifests: [{ name: layer.name, content }] },
    );
    const { uid } = await backend.api.create({
      metadata: {
        name,
        annotations: { description },
        labels: Object.fromEntries(tags.map((tag) => tag.split(":"))),
      },
      spec: {
        version,
        template: { cloudType: cloud, type, packs },
        variables: variables.map(({ display_name, default_value, ...rest }) => {
          return { ...rest, displayName: display_name, defaultValue: default_value, inputType: "text" };
        }),
      },
    } as V1ClusterProfileEntity);
    const held = (await backend.api.get(uid)).spec?.published?.packs ?? [];
    // Texts are trimmed; "" and false stand for what is not there.
    const unused = { description: "", regex: "", input_type: "text", options: [] };
    const flags = { hidden: false, immutable: false, is_sensitive: false };
    return {
      ...{ id: uid, name, description, version, context: "project", cloud, type, tags, skip_destroy: false },
      timeouts: null,
      pack: layers.map((layer, index) => ({
        name: layer.name,
        type: layer.type,
        tag: layer.tag ?? "",
        uid: held[index]?.packUid,
        registry_uid: layer.registry === undefined ? "" : registryOf(layer),
        registry_name: "",
        values: layer.content === undefined ? held[index]?.values?.trim() : "",
        manifest: (held[index]?.manifests ?? []).map((it) => ({ name: it.name, uid: it.uid, content: layer.content })),
      })),
      profile_variables:
        variables.length === 0 ? [] : [{ variable: variables.map((it) => ({ ...unused, ...flags, ...it })) }],
    };
  };

  const infra = await made({
    ...{ name: "aws-infra", type: "infra", cloud: "aws", tags: TAGS },
    layers: [
      ...[pack("ubuntu-aws", "22.04"), pack("kubernetes", "1.32.1")],
      ...[pack("cni-calico", "3.29.1"), pack("csi-aws-ebs", "1.37.0")],
    ],
  });
  const addOns = await made({
    ...{ name: "platform-add-ons", description: "What runs in every cluster", version: "1.2.0", tags: TAGS },
    layers: [
      pack("argo-cd", "7.8.2", readFileSync(join(before, "values/argo-cd.yaml"), "utf8").trim()),
      {
        ...{ name: "podinfo", type: "helm", tag: "6.7.1", registry: "Charts" },
        values: "pack:\n  namespace: podinfo\ncharts:\n  podinfo:\n    replicaCount: '{{.spectro.var.replicas}}'",
      },
      manifest("namespaces", "podinfo"),
    ],
    variables: [VARIABLE],
  });
  const payments = await made({ name: "team-payments", layers: [manifest("namespace", "payments")] });
  const search = await made({ name: "team-search", layers: [manifest("namespace", "search")] });
  const metrics = await made({ name: "metrics", layers: [pack("prometheus-operator", "66.3.1", RETENTION)] });

  const type = "spectrocloud_cluster_profile";
  return officialState(
    { type, name: "aws_infra", attributes: infra },
    { type, name: "add_ons", attributes: addOns },
    {
      type,
      name: "team",
      instances: [
        { key: "payments", attributes: payments },
        { key: "search", attributes: search },
      ],
    },
    { module: "module.observability", type, name: "metrics", attributes: metrics },
    { type: "spectrocloud_cluster_aws", name: "prod", attributes: { id: "65b3", name: "prod" } },
  );
}

import { labelsOf, yamlText } from "@palette-profiles/profiles";
import { ArgumentError, type FunctionSpec, hasUnknown, isObject, UNKNOWN } from "@palette-profiles/resource-kit";
import { type ClusterProfileState, clusterProfileAttributes, type LayerState } from "../cluster-profile/attributes";
import { variableEntity, variablesOf } from "../cluster-profile/entity";
import { validate } from "../cluster-profile/validate";
import { fromTerraform } from "./from-terraform";

const { name, version, type, cloud, description, tags, packs, profileVariables } = clusterProfileAttributes;

export const renderProfile: FunctionSpec = {
  name: "render_profile",
  summary: "Writes a cluster profile as the document that Palette exports and imports",
  description: `The YAML document of a cluster profile, with the parts and names of Palette's exports (\`metadata\`, \`spec.template.packs\`, \`spec.variables\`): to keep beside the code, to compare, or to import elsewhere.

The rules of shape are those of the resource. Layers need their \`values\` whole: for one that has \`overrides\`, see \`merge_values\`. Which layer a pack is for (\`os\`, \`k8s\`, …) stands in the pack and not here, except for add-on profiles. As in Palette's exports, the defaults of variables with \`is_sensitive\` are left out.`,
  terraform: `Takes what a \`palette_cluster_profile\` holds, under the same names: the resource itself, an object, or JSON of one. For JSON: \`jsonencode(yamldecode(...))\`.

\`\`\`terraform
resource "local_file" "profile" {
  filename = "profile.yaml"
  content = provider::palette::render_profile({
    name = "web"
    tags = ["env:dev"]
    pack = [{ name = "nginx", tag = "1.11.4", registry_name = "Public Repo", values = "replicas: 2" }]
  })
}
\`\`\``,
  parameters: [
    {
      name: "profile",
      description: "The profile: an object, or JSON of one.",
      type: "dynamic",
      attributes: { name, version, type, cloud, description, tags, packs, profileVariables },
      example: {
        name: "web",
        tags: ["env:prod"],
        pack: [{ name: "nginx", tag: "1.11.4", registry_name: "Public Repo", values: "replicas: 2" }],
      },
    },
  ],
  returns: "string",
  returnsExample: `metadata:
  name: web
  description: ""
  labels:
    env: prod
spec:
  version: 1.0.0
  template:
    type: add-on
    cloudType: all
    packs:
      - name: nginx
        type: spectro
        layer: addon
        tag: 1.11.4
        version: 1.11.4
        registry:
          metadata:
            kind: pack
            name: Public Repo
        values: "replicas: 2"
`,
  call(profile) {
    if (hasUnknown(profile)) return UNKNOWN;
    const given = typeof profile === "string" ? parsed(profile) : profile;
    if (!isObject(given)) throw new ArgumentError(0, "the profile must be an object, or JSON of one.");
    const it = fromTerraform(clusterProfileAttributes, given) as ClusterProfileState;
    if (typeof it.name !== "string") throw new ArgumentError(0, "the profile has no name: write name.");
    check(it);
    return yamlText(documentOf(it));
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ArgumentError(0, "the text is not JSON: give an object, or what jsonencode makes of one.");
  }
}

function check(it: ClusterProfileState): void {
  const unnamed = (it.packs ?? []).findIndex(({ name }) => typeof name !== "string");
  if (unnamed >= 0) throw new ArgumentError(0, `pack[${unnamed}] has no name: write the pack's name.`);
  const [wrong] = validate(it).filter(({ severity }) => severity === "error");
  if (wrong !== undefined) throw new ArgumentError(0, wrong.detail);
  const laid = (it.packs ?? []).find(({ overrides }) => overrides !== undefined);
  if (laid !== undefined) {
    throw new ArgumentError(
      0,
      `Layer "${laid.name}" gives overrides, for which the pack's own values are needed: give values instead, which merge_values makes of both.`,
    );
  }
}

/** Names and places: the API definition, `v1ClusterProfileImportEntity`. */
function documentOf(it: ClusterProfileState): object {
  const { type = "add-on", cloud = "all" } = it;
  const variables = variablesOf(it).map((variable) => {
    const { defaultValue, ...rest } = variableEntity({ format: "string", inputType: "text", ...variable });
    return variable.isSensitive === true ? rest : { ...rest, defaultValue };
  });
  return {
    metadata: { name: it.name, description: it.description ?? "", labels: labelsOf([...(it.tags ?? [])].sort()) },
    spec: {
      version: it.version ?? "1.0.0",
      template: { type, cloudType: cloud, packs: (it.packs ?? []).map((layer) => packOf(layer, type)) },
      ...(variables.length === 0 ? {} : { variables }),
    },
  };
}

/** Registries have other names for what layers call their types. */
const REGISTRY_KINDS: Record<string, string> = { helm: "helm", oci: "oci" };

function packOf(it: LayerState, profileType: string): object {
  const { name, type = "spectro", tag, resolvedTag, registryName, registryUid, values, manifests = [] } = it;
  const registry =
    registryName === undefined && registryUid === undefined
      ? {}
      : { registry: { metadata: { kind: REGISTRY_KINDS[type] ?? "pack", name: registryName, uid: registryUid } } };
  return {
    name,
    type,
    ...(profileType === "add-on" ? { layer: "addon" } : {}),
    ...(tag === undefined ? {} : { tag, version: resolvedTag ?? tag }),
    ...registry,
    ...(values === undefined ? {} : { values: values.trim() }),
    ...(manifests.length === 0
      ? {}
      : { manifests: manifests.map((each) => ({ name: each.name, content: each.content.trim() })) }),
  };
}

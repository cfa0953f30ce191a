import type { LayerConfig, ProfileConfig, VariableConfig } from "../door";
import { addons, nginx } from "../profiles";
import { inKit, refused, type Scenario, well } from "../scenario";

const size: VariableConfig = {
  name: "size",
  displayName: "Size",
  inputType: "dropdown",
  options: [
    { value: "small", label: "Small" },
    { value: "large", label: "Large" },
  ],
  defaultValue: "small",
};
const declared: VariableConfig[] = [
  size,
  { name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2", required: true, hidden: true },
  { name: "range", displayName: "Range", format: "ipv4cidr", defaultValue: "10.0.0.0/16", immutable: true },
  { name: "team", displayName: "Team", regex: "^[a-z]([-a-z0-9]*[a-z0-9])?$", required: true },
  { name: "token", displayName: "Token", defaultValue: "s3cr3t-canary", isSensitive: true },
];
const web: LayerConfig = {
  ...nginx,
  values: `pack:
  namespace: "{{ .spectro.var.team }}"
  spectrocloud.com/install-priority: "10"
charts:
  nginx:
    replicas: {{.spectro.var.replicas}}
    size: '{{ .spectro.var.size | upper }}'
    cluster: '{{.spectro.system.cluster.name}}'
`,
};
const raw: LayerConfig = {
  name: "settings",
  type: "manifest",
  manifests: [
    {
      name: "settings",
      content: `kind: ConfigMap
apiVersion: v1
metadata:
  name: settings
data:
  settings.yaml: |
    range: {{.spectro.var.range}}
    token: {{.spectro.var.token}}
`,
    },
  ],
};
const using = (changes: Partial<VariableConfig>[] = []): ProfileConfig =>
  addons({
    packs: [web, raw],
    profileVariables: { variables: declared.map((variable, index) => ({ ...variable, ...changes[index] })) },
  });

/** Variables and references: what is taken, and what is refused while planning. */
export const variables: Scenario[] = [
  {
    name: "keeps variables of every kind, and changes one of them in place",
    async play(stack, backend) {
      await well(stack.apply(using()), "create");
      await well(stack.plan(using()), "none");
      const larger = using([{ defaultValue: "large" }]);
      await well(stack.apply(larger), "update");
      await well(stack.plan(larger), "none");
      const [profile] = await backend.profiles();
      const held = (await backend.api.variables(profile?.metadata?.uid ?? "")).variables ?? [];
      expect(
        held.map(({ name, hidden, immutable, required, isSensitive }) => [
          name,
          { hidden, immutable, required, isSensitive },
        ]),
      ).toMatchObject([
        ["size", {}],
        ["replicas", { hidden: true, required: true }],
        ["range", { immutable: true }],
        ["team", { required: true }],
        ["token", { isSensitive: true }],
      ]);
      expect(held[0]).toMatchObject({ defaultValue: "large", inputType: "dropdown", options: size.options });
    },
  },
  refused(
    "a reference to a variable that is not declared",
    addons({
      packs: [{ ...web, values: "charts:\n  nginx:\n    size: '{{.spectro.var.szie}}'\n" }],
      profileVariables: { variables: [size] },
    }),
    '"szie"',
    "line 3, column 14",
    'did you mean "size"?',
  ),
  inKit(
    refused(
      "a regex that is not RE2",
      using([{}, {}, {}, { regex: "^(?!admin)[a-z]+$" }]),
      '"team"',
      "no look-ahead",
      "(?!` at character 2",
    ),
  ),
  inKit(
    refused("a default that is none of the options", using([{ defaultValue: "canary" }]), '"size"', '"small", "large"'),
  ),
  inKit(
    refused(
      "a hidden variable that must be given but has no default",
      addons({
        packs: [{ ...nginx, values: "charts:\n  nginx:\n    replicas: {{.spectro.var.replicas}}\n" }],
        profileVariables: { variables: [{ name: "replicas", displayName: "Replicas", required: true, hidden: true }] },
      }),
      '"replicas"',
      "give it one",
    ),
  ),
];

import { buildReview, type ResourceInput, type Review, RISK_RULES } from "@palette-profiles/review";

type Layer = { name: string; tag?: string; values?: string; manifests?: { name: string; content: string }[] };
type Side = {
  name: string;
  version: string;
  packs: Layer[];
  variables?: Record<string, unknown>[];
  description?: string;
};

const SCRIPT = Array.from({ length: 40 }, (_, line) => `step ${line} --wait`);

function profile({ packs, variables = [], ...head }: Side) {
  const layer = (each: Layer) => ({
    type: "spectro",
    registryName: "Public Repo",
    tag: "1.0.0",
    manifests: [],
    ...each,
  });
  return { ...head, packs: packs.map(layer), variables } as unknown as ResourceInput["after"];
}

function resource(name: string, impact: ResourceInput["impact"], more: Partial<ResourceInput>): ResourceInput {
  const type = "palette_cluster_profile";
  return { address: `${type}.${name}`, type, kind: "cluster", impact, ...more };
}

function addOns(name: string, replicas: number): Side {
  const values = `charts:\n  argo-cd:\n    server:\n      replicas: ${replicas}\n      adminPassword: hunter2-${replicas}-long\n`;
  return { name, version: "1.0.0", packs: [{ name: "argo-cd", tag: "5.1.0", values }] };
}

function infra(kubernetes: string, more: Layer[], script: string[]): Side {
  const manifest = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: boot\ndata:\n  boot.sh: |\n${script.map((line) => `    ${line}\n`).join("")}`;
  return {
    name: "platform-infra",
    version: "1.4.0",
    packs: [
      { name: "ubuntu-maas", tag: "22.04", values: "kubeadmconfig: {}\n" },
      { name: "kubernetes", tag: kubernetes, values: "pack:\n  podCIDR: 192.168.0.0/16\n" },
      ...more,
      { name: "boot", tag: "1.0.0", manifests: [{ name: "boot", content: manifest }] },
    ],
  };
}

/** The rules that the sample is about: whatever else rules may find one day, its risks stay these. */
const RULES = RISK_RULES.filter(({ id }) =>
  [
    "kubernetes-minor-skip",
    "cni-replaced",
    "template-linked-version",
    "major-bump",
    "pre-release",
    "in-use-version-edited",
  ].includes(id),
);

/** A risky upgrade of a platform: all impacts, all severities, two stacks, drift, reach, secrets, long texts, notes. */
export function platformReview(): Review {
  const calico = { name: "cni-calico", tag: "3.26.1", values: "calico:\n  mtu: 1440\n" };
  const cilium = {
    name: "cni-cilium-oss",
    tag: "1.15.3",
    values: "cilium:\n  mtu: 1440\n  hubble:\n    enabled: true\n",
  };
  const [before, after] = [
    profile(infra("1.28.4", [calico], SCRIPT)),
    profile(infra("1.30.1", [cilium], SCRIPT.with(10, "step 10 --wait --retries 3").toSpliced(30, 1))),
  ];
  const sites = ["edge-hamburg", "edge-lyon", "edge-turin"].map((name, at) =>
    resource(name, "update", {
      stack: at < 2 ? "edge" : "staging",
      before: profile(addOns(name, 1)),
      after: profile(addOns(name, 2)),
      reach: { clusters: [`${name}-1`, `${name}-2`], templates: [] },
    }),
  );
  const ingress = (tag: string, values: string, version = "2.0.0") =>
    profile({ name: "ingress", version, packs: [{ name: "nginx", tag, values }] });
  return buildReview(
    {
      resources: [
        resource("infra", "update", {
          stack: "staging",
          before,
          after,
          reach: { clusters: ["maas-1", "maas-2", "maas-3"], templates: ["maas-standard"] },
        }),
        ...sites,
        resource("ingress", "new-version", {
          stack: "staging",
          before: ingress("1.11.4", "controller:\n  service:\n    type: LoadBalancer\n  replicas: 3\n"),
          after: ingress(
            "2.0.0-rc.1",
            "controller:\n  service:\n    type: LoadBalancer\n    annotations: { team: web, tier: front, owner: platform, pager: web-on-call }\n  replicas: 3\n",
            "2.1.0",
          ),
          base: ingress("1.11.4", "controller:\n  service:\n    type: ClusterIP\n  replicas: 2\n"),
        }),
        resource("old", "destroy", {
          stack: "edge",
          before: profile({ name: "legacy-monitoring", version: "0.9.0", packs: [] }),
        }),
        resource("logs", "create", {
          stack: "edge",
          after: profile({
            name: "observability",
            version: "1.0.0",
            description: "Metrics and logs of all sites",
            packs: [
              { name: "prometheus", tag: "56.0.0", values: "a: 1\n" },
              { name: "loki", tag: "6.1.0", values: "b: 1\n" },
            ],
          }),
        }),
        resource("same", "no-op", {
          stack: "edge",
          before: profile(addOns("steady", 1)),
          after: profile(addOns("steady", 1)),
        }),
      ],
      notes: ["The stack staging was planned with -target: what it left out is not told here."],
    },
    { rules: RULES, salt: "0123456789abcdef0123" },
  );
}

/** `profiles` profiles of `layers` layers, of which each has `changes` changed leaves that no other has. */
export function largeReview(profiles: number, layers: number, changes: number): Review {
  const values = (at: string, by: number) =>
    `charts:\n  app:\n${Array.from({ length: changes }, (_, part) => `    part${part}:\n      image: registry.example.com/${at}/part-${part}:1.${by}.0\n`).join("")}`;
  const side = (at: number, by: number) =>
    profile({
      name: `profile-${at}`,
      version: "1.0.0",
      packs: Array.from({ length: layers }, (_, layer) => ({
        name: `layer-${layer}`,
        values: values(`${at}-${layer}`, by),
      })),
    });
  const resources = Array.from({ length: profiles }, (_, at) =>
    resource(`p${at}`, "update", { before: side(at, 0), after: side(at, 1) }),
  );
  return buildReview({ resources });
}

/** Text that would run, load or break out, if it ever were more than text. */
export const HOSTILE =
  '</script></style></title></details></table><img src=x onerror="globalThis.owned=1"><script>globalThis.owned=1</script>\'"&lt;\u202e\u0000<!--';

/** A review with hostile text at every place that takes any. */
export function hostileReview(): Review {
  const of = (text: string) =>
    profile({
      name: HOSTILE,
      version: "1.0.0",
      description: text,
      packs: [
        {
          name: HOSTILE,
          tag: "1.0.0",
          values: `${JSON.stringify(HOSTILE)}: ${JSON.stringify(text)}\nlong: ${JSON.stringify(`${HOSTILE}\n${text}\n`)}\n`,
        },
      ],
      variables: [{ name: HOSTILE, defaultValue: text }],
    });
  const stack = HOSTILE;
  const review = buildReview({
    resources: [
      resource("x", "update", {
        stack,
        before: of("a"),
        after: of(`b${HOSTILE}`),
        base: of("c"),
        previousAddress: HOSTILE,
        reach: { clusters: [HOSTILE], templates: [HOSTILE] },
      }),
      resource("y", "replace", { stack: "z", before: of("a"), after: of("b"), replacedBecause: [HOSTILE] }),
      resource("n", "no-op", { stack, before: of("a"), after: of("a") }),
    ],
    notes: [HOSTILE],
  });
  const risk = {
    rule: HOSTILE,
    severity: "high",
    stack,
    address: "palette_cluster_profile.x",
    profile: HOSTILE,
    layer: HOSTILE,
    path: HOSTILE,
    message: HOSTILE,
    why: HOSTILE,
    fix: HOSTILE,
  } as const;
  return {
    ...review,
    risks: [risk],
    ignoredRisks: [{ ...risk, reason: HOSTILE, expires: "2026-12-31" }],
    counts: { ...review.counts, risks: { high: 1, medium: 0, low: 0 } },
  };
}

import { findings, messages } from "../risk.test-support";
import { removedApiVersion } from "./removed-api-version";

const jobs = (content: string) => ({ name: "jobs", type: "manifest", manifests: [{ name: "m", content }] });
const kubernetes = (tag: string) => ({ name: "kubernetes", tag });
const CRON = "apiVersion: batch/v1beta1\nkind: CronJob\n";

test("An upgrade past the release that removed an API is told for each object of it", () => {
  expect(findings(removedApiVersion, removedApiVersion.example)).toEqual([
    {
      layer: "jobs",
      manifest: "nightly",
      message: "CronJob of batch/v1beta1 is gone since Kubernetes 1.25; it is batch/v1 now.",
    },
  ]);
  const both = jobs(`${CRON}---\napiVersion: policy/v1beta1\nkind: PodSecurityPolicy\n`);
  expect(messages(removedApiVersion, [kubernetes("1.24.1"), both], [kubernetes("1.25.1"), both])).toEqual([
    expect.stringContaining("CronJob"),
    "PodSecurityPolicy of policy/v1beta1 is gone since Kubernetes 1.25; nothing took its place.",
  ]);
});

test("A manifest that comes is held to the Kubernetes that is there, or to all that are supported", () => {
  expect(messages(removedApiVersion, [kubernetes("1.31.4")], [kubernetes("1.31.4"), jobs(CRON)])).toHaveLength(1);
  expect(messages(removedApiVersion, [kubernetes("1.24.1")], [kubernetes("1.24.1"), jobs(CRON)])).toEqual([]);
  expect(messages(removedApiVersion, [], [jobs(CRON)])).toHaveLength(1);
});

test("Objects that values hold whole are told with their path, those in lists of manifests too", () => {
  const cron = "{apiVersion: batch/v1beta1, kind: CronJob, metadata: {name: a}}";
  const values = `extraObjects:\n  - ${cron}\n`;
  expect(findings(removedApiVersion, { after: { packs: [{ name: "web", values }] } })).toMatchObject([
    { layer: "web", path: "extraObjects[0]" },
  ]);
  const text = `extra: |\n  ${CRON.replace("\n", "\n  ")}  metadata: {name: a}\n`;
  expect(findings(removedApiVersion, { after: { packs: [{ name: "web", values: text }] } })).toMatchObject([
    { layer: "web", path: "extra" },
  ]);
  expect(messages(removedApiVersion, [], [jobs(`kind: List\nitems: [${cron}]\n`)])).toHaveLength(1);
});

test("Objects of the same kind in a layer are told once, and what only names an object is not", () => {
  expect(messages(removedApiVersion, [], [jobs(`${CRON}---\n${CRON}`)])).toEqual([
    expect.stringContaining(" So in 1 more place of the layer."),
  ]);
  const target =
    "kind: HorizontalPodAutoscaler\nspec:\n  target: {apiVersion: apps/v1beta1, kind: Deployment, name: a}\n";
  expect(messages(removedApiVersion, [], [jobs(target)])).toEqual([]);
});

test("A profile that is adopted changes nothing", () => {
  const after = { packs: [jobs(CRON)] };
  expect(findings(removedApiVersion, { impact: "adopt", before: after, after })).toEqual([]);
});

test("What stays as it is under the same Kubernetes, other kinds, and nested fields are not", () => {
  expect(messages(removedApiVersion, [jobs(CRON)], [jobs(CRON)])).toEqual([]);
  const nested = "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    apiVersion: batch/v1beta1\n    kind: CronJob\n";
  expect(messages(removedApiVersion, [], [jobs(nested)])).toEqual([]);
  expect(messages(removedApiVersion, [], [jobs("apiVersion: storage.k8s.io/v1beta1\nkind: Other\n")])).toEqual([]);
});

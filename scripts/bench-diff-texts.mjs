// The texts, profiles and plans that scripts/bench-diff.mjs measures with: the same in every run.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Values of one layer, some 5 KB. */
export function values(profile, layer, { replicas = 3, comment = "# settings of component" } = {}) {
  const components = Array.from({ length: 13 }, (_, at) => [
    `  comp${at}:`,
    `    ${comment} ${at}, as the team agreed on for all clusters`,
    `    replicas: ${at === 3 ? replicas : 3}`,
    "    image:",
    `      repository: registry.example.com/team/layer${layer}-comp${at}`,
    `      tag: "1.${at}.0"`,
    "    resources:",
    "      limits: {cpu: 500m, memory: 512Mi}",
    "      requests: {cpu: 100m, memory: 128Mi}",
    "    env:",
    "      - name: LOG_LEVEL",
    "        value: info",
    "      - name: PROFILE",
    `        value: profile-${profile}`,
  ]);
  return `charts:\n${components.flat().join("\n")}\n`;
}

/** A profile as the model has it. */
export function profile(number, layers, changed = {}) {
  const packs = Array.from({ length: layers }, (_, at) => ({
    name: `layer${at}`,
    tag: "1.0.0",
    type: "spectro",
    values: values(number, at, at === 3 ? changed : {}),
    manifests: [],
  }));
  return { name: `profile-${number}`, version: "1.0.0", type: "add-on", packs, variables: [] };
}

/** A profile as a file, for tools that know none. */
export function profileText(it) {
  return JSON.stringify(it);
}

/** A plan of the official provider that changes one leaf in each profile. */
export function plan(profiles, layers) {
  const state = (number, changed) => {
    const { packs, variables: _, ...header } = profile(number, layers, changed);
    return { ...header, cloud: "all", context: "project", pack: packs.map(({ manifests: _none, ...pack }) => pack) };
  };
  const changes = Array.from({ length: profiles }, (_, number) => ({
    address: `spectrocloud_cluster_profile.p[${number}]`,
    mode: "managed",
    type: "spectrocloud_cluster_profile",
    name: "p",
    index: number,
    provider_name: "registry.terraform.io/spectrocloud/spectrocloud",
    change: {
      actions: ["update"],
      before: state(number, {}),
      after: state(number, { replicas: 4 }),
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
    },
  }));
  return { format_version: "1.2", terraform_version: "1.11.4", resource_changes: changes };
}

/** Values of 288 KB: those of a real pack where it is at hand, else some of that size, most of them comments. */
export function largeText(packs) {
  const pack = existsSync(packs) && readdirSync(packs).find((name) => name.startsWith("thanos-"));
  if (pack) return readFileSync(join(packs, pack, "values.yaml"), "utf8");
  let text = "";
  for (let part = 0; text.length < 288_000; part++) {
    const comment = `# ${"What this is about, in many words. ".repeat(9)}\n`;
    text += `${comment.repeat(12)}${values(0, part).replace("charts:", `charts${part}:`)}`;
  }
  return text;
}

/** Three of them in one text, some 900 KB. */
export function hugeText(large) {
  const indented = large.replace(/^(?=.)/gm, "  ");
  return ["one", "two", "three"].map((key) => `${key}:\n${indented}`).join("");
}

/** A text of 900 KB whose lines are all meaning. */
export function denseText() {
  let text = "";
  for (let part = 0; text.length < 900_000; part++) text += values(part, part).replace("charts:", `charts${part}:`);
  return text.replace(/^ *#.*\n/gm, "");
}

/** The text with as many leaves changed, all over it. */
export function withEdits(text, count) {
  const lines = text.split("\n");
  const leaves = lines.flatMap((line, at) => (/^\s+[A-Za-z]+: [A-Za-z0-9]+$/.test(line) ? [at] : []));
  for (let edit = 0; edit < count; edit++) {
    const at = leaves[Math.floor(((edit + 0.5) * leaves.length) / count)];
    lines[at] = lines[at].replace(/: .*/, `: changed${edit}`);
  }
  return lines.join("\n");
}

/** Changes whose number is known: two texts or two profiles each. */
export function cases(large) {
  const [text, it] = [values(0, 0), profile(0, 8)];
  const [first, second, ...others] = it.packs;
  const object = (kind, name, replicas) =>
    `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n  replicas: ${replicas}\n  paused: false\n  minReadySeconds: 5\n`;
  const stream = ["Deployment", "StatefulSet", "ReplicaSet"].map((kind) => object(kind, "web", 1));
  const env = (...names) => `env:\n${names.map((name) => `  - name: ${name}\n    value: of-${name}\n`).join("")}`;
  const config = (port) =>
    `data:\n  config.yaml: |\n    server:\n      port: ${port}\n      host: example.com\n    log: {level: info}\n`;
  const keyOrder = `charts:\n${text
    .slice(8)
    .split(/(?=^ {2}comp)/m)
    .reverse()
    .join("")}`;
  return [
    { what: "a leaf", before: text, after: values(0, 0, { replicas: 4 }), truth: 1 },
    { what: "comments only", before: text, after: values(0, 0, { comment: "# why" }), truth: 0 },
    { what: "order of keys only", before: text, after: keyOrder, truth: 0 },
    { what: "1.20 for 1.2", before: "version: 1.2\n", after: "version: 1.20\n", truth: 1 },
    {
      what: "an entry of a list inserted on top",
      before: env("A", "B", "C"),
      after: env("N", "A", "B", "C"),
      truth: 1,
    },
    { what: "two entries of a list swapped", before: env("A", "B", "C"), after: env("B", "A", "C"), truth: 1 },
    {
      what: "an entry of a list renamed",
      before: env("A", "B"),
      after: env("A", "B").replace("name: B", "name: N"),
      truth: 1,
    },
    {
      what: "an object inserted on top",
      before: stream.join("---\n"),
      after: [object("Job", "init", 1), ...stream].join("---\n"),
      truth: 1,
    },
    {
      what: "an object renamed",
      before: stream.join("---\n"),
      after: stream.join("---\n").replace("name: web", "name: shop"),
      truth: 1,
    },
    { what: "a leaf inside a ConfigMap's file", before: config(80), after: config(8080), truth: 1 },
    { what: "20 leaves of 288 KB", before: large, after: withEdits(large, 20), truth: 20 },
    { what: "a leaf of a profile", before: it, after: profile(0, 8, { replicas: 4 }), truth: 1 },
    { what: "two layers swapped", before: it, after: { ...it, packs: [second, first, ...others] }, truth: 1 },
    {
      what: "a layer inserted on top",
      before: it,
      after: { ...it, packs: [{ ...first, name: "new", values: "a: 1\n" }, ...it.packs] },
      truth: 1,
    },
    {
      what: "a layer renamed",
      before: it,
      after: { ...it, packs: [{ ...first, name: "renamed" }, second, ...others] },
      truth: 1,
    },
  ];
}

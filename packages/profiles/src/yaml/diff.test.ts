import { diffYaml } from "./diff";

function changes(before: string, after: string) {
  return diffYaml(before, after).changes;
}

function object(kind: string, name: string, rest = ""): string {
  return `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: default\n${rest}`;
}

describe("diffYaml", () => {
  test("tells a changed leaf by its path, with both values", () => {
    expect(changes("charts:\n  argo-cd:\n    replicas: 1\n", "charts: {argo-cd: {replicas: 2}} # two\n")).toEqual([
      { path: "charts.argo-cd.replicas", kind: "change", before: 1, after: 2 },
    ]);
  });

  test("says that only formatting changed", () => {
    expect(diffYaml("a: 1\nb: 2\n", "b: 2 # why\na: 1\n")).toEqual({ changes: [], formatting: true });
    expect(diffYaml("a: 1\n", "a: 1\n")).toEqual({ changes: [], formatting: false });
  });

  test("goes down to the leaf of what is added or removed, while there is one way", () => {
    expect(changes("x: 1\n", "x: 1\na: {b: {c: 2}}\n")).toEqual([{ path: "a.b.c", kind: "add", after: 2 }]);
    expect(changes("x: 1\na: {b: {c: 2, d: 3}}\n", "x: 1\n")).toEqual([
      { path: "a.b", kind: "remove", before: { c: 2, d: 3 } },
    ]);
  });

  test("keeps the spelling of scalars that readers disagree on", () => {
    expect(changes("a: 1.20\nb: on\n", "a: 1.2\nb: true\n")).toEqual([
      { path: "a", kind: "change", before: { yaml: "1.20" }, after: 1.2 },
      { path: "b", kind: "change", before: { yaml: "on" }, after: true },
    ]);
  });

  test("quotes keys with dots", () => {
    expect(changes("metadata: {annotations: {a.b/c: x}}", "metadata: {annotations: {a.b/c: y}}")[0]!.path).toBe(
      'metadata.annotations["a.b/c"]',
    );
  });

  test.each(["name", "id", "key"])("knows the entries of a list by their %s", (field) => {
    const list = (...entries: string[]) => `env:\n${entries.map((entry) => `  - ${entry}\n`).join("")}`;
    const before = list(`{${field}: FOO, value: 1}`, `{${field}: BAR, value: 2}`);
    const after = list(`{${field}: NEW, value: 0}`, `{${field}: FOO, value: 1}`, `{${field}: BAR, value: 3}`);
    expect(changes(before, after)).toEqual([
      { path: `env[${field}=BAR].value`, kind: "change", before: 2, after: 3 },
      { path: `env[${field}=NEW]`, kind: "add", after: { [field]: "NEW", value: 0 } },
    ]);
  });

  test("tells a renamed list entry as one changed leaf", () => {
    expect(changes("e: [{name: A, value: 1}]", "e: [{name: B, value: 1}]")).toEqual([
      { path: "e[name=A].name", kind: "change", before: "A", after: "B" },
    ]);
  });

  test("tells the entry that moved, and not the ones it passed", () => {
    const list = (names: string) => `e: [${[...names].map((name) => `{name: ${name}}`).join(", ")}]`;
    expect(changes(list("ABCDE"), list("EABCD"))).toEqual([{ path: "e[name=E]", kind: "move", before: 5, after: 1 }]);
    expect(changes("a: [1, 2, 3]", "a: [3, 1, 2]")).toEqual([{ path: "a[0]", kind: "move", before: 3, after: 1 }]);
  });

  test("inserts into a list of plain values without touching the others", () => {
    expect(changes("args: [--a, --b, --c]", "args: [--a, --x, --b, --c]")).toEqual([
      { path: "args[1]", kind: "add", after: "--x" },
    ]);
    expect(changes("args: [--a, --b]", "args: [--a, --c]")).toEqual([
      { path: "args[1]", kind: "change", before: "--b", after: "--c" },
    ]);
  });

  test("knows Kubernetes objects by kind, namespace and name", () => {
    const before = [object("Deployment", "web", "spec: {replicas: 1}\n"), object("Service", "web")].join("---\n");
    const after = [
      object("Job", "init"),
      object("Deployment", "web", "spec: {replicas: 2}\n"),
      object("Service", "web"),
    ].join("---\n");
    expect(changes(before, after)).toEqual([
      { path: "Deployment default/web > spec.replicas", kind: "change", before: 1, after: 2 },
      {
        path: "Job default/init",
        kind: "add",
        after: { apiVersion: "v1", kind: "Job", metadata: { name: "init", namespace: "default" } },
      },
    ]);
  });

  test("tells a renamed object as one changed leaf, and a moved one by its places", () => {
    const [a, b] = [object("Service", "a"), object("Deployment", "b")];
    expect(changes(`${a}---\n${b}`, `${object("Service", "c")}---\n${b}`)).toEqual([
      { path: "Service default/a > metadata.name", kind: "change", before: "a", after: "c" },
    ]);
    expect(changes(`${a}---\n${b}`, `${b}---\n${a}`)).toEqual([
      { path: "Service default/a", kind: "move", before: 1, after: 2 },
    ]);
  });

  test("marks what lies in a Secret's data, at any depth", () => {
    expect(changes(object("Secret", "s", "data: {a: eA==}\n"), object("Secret", "s", "data: {a: eB==}\n"))).toEqual([
      { path: "data.a", kind: "change", before: "eA==", after: "eB==", secret: true },
    ]);
    const list = (value: string) => `items:\n  - {kind: Secret, stringData: {a: ${value}}, type: ${value}}\n`;
    expect(changes(list("x"), list("y")).map(({ path, secret }) => [path, secret])).toEqual([
      ["items[0].stringData.a", true],
      ["items[0].type", undefined],
    ]);
  });

  test("tells a change inside an anchor once, and a change of what an alias means there", () => {
    expect(changes("a: &x {b: 1}\nc: *x\nd: [*x]\n", "a: &x {b: 2}\nc: *x\nd: [*x]\n")).toEqual([
      { path: "a.b", kind: "change", before: 1, after: 2 },
    ]);
    expect(changes("a: &x 1\nb: &y 2\nc: *x\n", "a: &x 1\nb: &y 2\nc: *y\n")).toEqual([
      { path: "c", kind: "change", before: 1, after: 2 },
    ]);
  });

  test("tells a change of presets", () => {
    expect(
      changes("# spectrocloud.com/enabled-presets: A:b\na: 1", "# spectrocloud.com/enabled-presets: A:c\na: 1"),
    ).toEqual([{ path: "presets", kind: "change", before: ["A:b"], after: ["A:c"] }]);
  });

  test("tells a change of tag where nothing else differs", () => {
    expect(changes("a: !!binary aGk=", "a: aGk=")).toEqual([
      { path: "a", kind: "change", before: { yaml: "!!binary aGk=" }, after: "aGk=" },
    ]);
    expect(changes("a: !x {b: 1}", "a: {b: 1}")).toHaveLength(1);
  });

  test("takes a text that does not parse as a whole", () => {
    expect(changes("a: [", "a: 1")).toEqual([{ path: "", kind: "change", before: "a: [", after: "a: 1" }]);
    expect(diffYaml("a: [", "a: [\n")).toEqual({ changes: [], formatting: true });
  });
});

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

  test("tells objects of one name apart by API version, and a new version of one as a change of it", () => {
    const ingress = (version: string, rest: string) =>
      `apiVersion: ${version}\n${object("Ingress", "web", rest).slice(15)}`;
    const [old, now] = [
      ingress("extensions/v1beta1", "spec: {a: 1}\n"),
      ingress("networking.k8s.io/v1", "spec: {b: 1}\n"),
    ];
    expect(changes(`${old}---\n${object("Service", "a")}`, `${now}---\n${object("Service", "a")}`)[0]).toEqual({
      path: "Ingress default/web > apiVersion",
      kind: "change",
      before: "extensions/v1beta1",
      after: "networking.k8s.io/v1",
    });
    expect(changes(`${old}---\n${now}`, `${now.replace("1}", "2}")}---\n${old}`)).toEqual([
      { path: "Ingress default/web (networking.k8s.io/v1) > spec.b", kind: "change", before: 1, after: 2 },
      { path: "Ingress default/web (extensions/v1beta1)", kind: "move", before: 1, after: 2 },
    ]);
  });

  test("knows objects in a list by kind, namespace and name", () => {
    const list = (...items: string[]) => `kind: List\nitems:\n${items.map((item) => `- ${item}\n`).join("")}`;
    const item = (name: string, replicas: number) =>
      `{kind: Deployment, metadata: {name: ${name}}, spec: {replicas: ${replicas}}}`;
    expect(changes(list(item("a", 1), item("b", 1)), list(item("c", 9), item("a", 1), item("b", 2)))).toEqual([
      { path: 'items[object="Deployment b"].spec.replicas', kind: "change", before: 1, after: 2 },
      expect.objectContaining({ path: 'items[object="Deployment c"]', kind: "add" }),
    ]);
  });

  test.each([
    [
      "ports",
      "{containerPort: 80}",
      "{containerPort: 81, a: 1}",
      "{containerPort: 81, a: 2}",
      "ports[containerPort=81].a",
    ],
    [
      "ports",
      "{containerPort: 53, protocol: TCP, a: 1}",
      "{containerPort: 53, protocol: UDP, a: 1}",
      "{containerPort: 53, protocol: UDP, a: 2}",
      "ports[containerPort=53/UDP].a",
    ],
    [
      "volumeMounts",
      "{name: x, mountPath: /x}",
      "{name: x, mountPath: /y}",
      "{name: x, mountPath: /y, a: 2}",
      "volumeMounts[mountPath=/y].a",
    ],
    [
      "tolerations",
      "{key: k, effect: A}",
      "{key: k, effect: B, a: 1}",
      "{key: k, effect: B, a: 2}",
      "tolerations[key=k/B].a",
    ],
  ])("knows the entries of %s by what Kubernetes merges them by", (field, first, before, after, path) => {
    const told = changes(
      `${field}: [${first}, ${before}]`,
      `${field}: [${after}, {mountPath: /n, containerPort: 1, key: n, effect: N}, ${first}]`,
    );
    expect(told.filter(({ kind }) => kind !== "move").map((change) => change.path)[0]).toBe(path);
  });

  test("takes for a rename what has seven in ten leaves in common, and one only that is best", () => {
    const entry = (name: string, ...values: number[]) =>
      `{name: ${name}, ${values.map((value, at) => `k${at}: ${value}`).join(", ")}}`;
    const list = (...entries: string[]) => `e: [${entries.join(", ")}]`;
    expect(changes(list(entry("a", 1, 2, 3, 4)), list(entry("b", 1, 2, 3, 5)))).toEqual([
      { path: "e[name=a].name", kind: "change", before: "a", after: "b" },
      { path: "e[name=a].k3", kind: "change", before: 4, after: 5 },
    ]);
    expect(changes(list(entry("a", 1, 2, 3, 4)), list(entry("b", 1, 2, 0, 5))).map(({ kind }) => kind)).toEqual([
      "remove",
      "add",
    ]);
    const twins = changes(list(entry("a", 1, 2, 3)), list(entry("b", 1, 2, 3), entry("c", 1, 2, 3)));
    expect(twins.map(({ path, kind }) => [path, kind])).toEqual([
      ["e[name=a]", "remove"],
      ["e[name=b]", "add"],
      ["e[name=c]", "add"],
    ]);
  });

  test("in a list without keys, an entry that changed is the one that is most like it", () => {
    expect(changes("e: [{a: 1, b: 2, c: 3}, {d: 1, e: 2, f: 3, g: 4}]", "e: [{d: 1, e: 2, f: 3, g: 5}]")).toEqual([
      { path: "e[0]", kind: "remove", before: { a: 1, b: 2, c: 3 } },
      { path: "e[0].g", kind: "change", before: 4, after: 5 },
    ]);
  });

  test("a map that is left empty is no map that is gone", () => {
    expect(changes("a: {b: {c: 1}}\nd: 1", "a: {b: {}}\nd: 1")).toEqual([
      { path: "a.b", kind: "change", before: { c: 1 }, after: {} },
    ]);
    expect(changes("a: {b: {c: 1}}\nd: 1", "d: 1")).toEqual([{ path: "a.b.c", kind: "remove", before: 1 }]);
  });

  describe("a text inside", () => {
    const config = (key: string, ...lines: string[]) =>
      `data:\n  ${key}: |\n${lines.map((line) => `    ${line}\n`).join("")}`;

    test("that is YAML is told by the leaves in it", () => {
      expect(
        changes(
          config("a.yaml", "# why", "server:", "  port: 80", "  x: 1"),
          config("a.yaml", "server: {x: 1, port: 81}", "new: 2"),
        ),
      ).toEqual([
        { path: 'data["a.yaml"] > server.port', kind: "change", before: 80, after: 81 },
        { path: 'data["a.yaml"] > new', kind: "add", after: 2 },
      ]);
      expect(changes(`a: '{"b": [1, 2]}'`, `a: '{"b": [1, 3]}'`)).toEqual([
        { path: "a > b[1]", kind: "change", before: 2, after: 3 },
      ]);
      const objects = (replicas: number) =>
        config("x", `kind: A`, `metadata: {name: a}`, `---`, `kind: B`, `metadata: {name: b}`, `r: ${replicas}`);
      expect(changes(objects(1), objects(2))[0]!.path).toBe("data.x > B b > r");
    });

    test("that differs in comments only is told as a whole, since programs read it as a text", () => {
      expect(changes(config("a", "b: 1", "c: 2"), config("a", "b: 1 # x", "c: 2"))).toEqual([
        { path: "data.a", kind: "change", before: "b: 1\nc: 2\n", after: "b: 1 # x\nc: 2\n" },
      ]);
    });

    test("that is a script, or prose, is one leaf", () => {
      for (const line of ["#!/bin/sh", "Dear reader: hello"]) {
        expect(changes(config("a", line, "b: 1"), config("a", line, "b: 2"))).toHaveLength(1);
        expect(changes(config("a", line, "b: 1"), config("a", line, "b: 2"))[0]!.path).toBe("data.a");
      }
    });

    test("that is a secret is not gone into", () => {
      expect(changes(config("password", "a: 1", "b: 2"), config("password", "a: 1", "b: 3"))[0]!.path).toBe(
        "data.password",
      );
      const secret = (port: number) => `kind: Secret\nstringData:\n  a.yaml: |\n    x: 1\n    port: ${port}\n`;
      expect(changes(secret(1), secret(2))).toEqual([
        expect.objectContaining({ path: 'stringData["a.yaml"]', secret: true }),
      ]);
    });
  });
});

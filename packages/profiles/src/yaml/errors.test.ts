import { readFileSync } from "node:fs";
import { packTexts } from "../testing/packs";
import { yamlErrors } from "./errors";

describe("yamlErrors", () => {
  test.each(packTexts())("finds none in the values of %s", (_, path) => {
    expect(yamlErrors(readFileSync(path, "utf8"))).toEqual([]);
  });

  test("tells line, column and the line of a broken list", () => {
    const [first] = yamlErrors("pack:\n  namespace: x\ncharts:\n  list: [a, b\n  other: 1\n");
    expect(first).toMatchObject({ line: 5, excerpt: "other: 1" });
  });

  test("takes a repeated key for an error, at the second one", () => {
    expect(yamlErrors("a: 1\nb: 2\na: 3\n")).toEqual([
      { line: 3, column: 1, message: "Map keys must be unique", excerpt: "a: 3" },
    ]);
    expect(yamlErrors("1: a\n'1': b\n")).toEqual([]);
  });

  test("takes a tab as indentation for an error", () => {
    expect(yamlErrors("a:\n\tb: 1\n")[0]).toMatchObject({ line: 2, column: 1 });
  });

  test("takes an alias without an anchor for an error", () => {
    expect(yamlErrors("a: 1\nb: *nowhere\n")).toEqual([
      {
        line: 2,
        column: 4,
        message: "the alias *nowhere cannot be resolved: no anchor of that name comes before it",
        excerpt: "b: *nowhere",
      },
    ]);
  });

  test("shows nothing of a line whose keys name a secret, nor of a Kubernetes Secret", () => {
    const texts = [
      'adminPassword: "x" "canary"\n',
      "a: 1\n- {name: x, api-key: canary\n",
      "token: *canary\n",
      "token: |canary\n  x\n",
      "apiVersion: v1\nkind: Secret\nstringData:\n  any: x\n  any: canary\n",
    ];
    for (const text of texts) {
      const errors = yamlErrors(text);
      expect(errors).not.toEqual([]);
      expect(JSON.stringify(errors)).not.toContain("canary");
    }
    expect(yamlErrors("tokenTTL: *ten\n")[0]).toMatchObject({ excerpt: "tokenTTL: *ten" });
  });

  test("counts columns after Windows line ends and later documents", () => {
    expect(yamlErrors("a: 1\r\n---\r\nb: 1\r\nb: 2\r\n")[0]).toMatchObject({ line: 4, column: 1, excerpt: "b: 2" });
  });

  test.each([
    "replicas: {{.spectro.var.replicas}}",
    "replicas: {{ .spectro.var.replicas }} # a comment",
    "image: {{.spectro.var.registry}}/web:{{.spectro.var.tag}}",
    "list:\n  - {{.spectro.var.one}}\n  - name: {{.spectro.var.two}}",
    'x: {{ .spectro.var.x | default "a: b" }}',
    "a: '{{.spectro.var.x}}'\nb: \"{{ .spectro.macro.y }}\"\nc: text {{.spectro.var.x}} text",
    "{{.spectro.var.key}}: value",
  ])("takes no template for an error: %s", (text) => {
    expect(yamlErrors(text)).toEqual([]);
  });

  test("shortens a long line", () => {
    expect(yamlErrors(`a: 1\na: ${"x".repeat(500)}`)[0]!.excerpt).toHaveLength(120);
  });
});

import { readFileSync } from "node:fs";
import { references, variableReferences } from "./references";
import { packTexts } from "./testing/packs";

const first = (text: string) => references(text)[0];
const placesOf = (text: string) => references(text).map(({ name, place }) => [name, place]);

describe("references", () => {
  test("tells kind, name and path of each reference, in the order of the text", () => {
    const text = `a: '{{.spectro.var.size}}'
b: "{{ .spectro.macro.proxy-url }}/{{.spectro.system.cluster.name}}"
c: {{ .spectro.pack.k8s.charts.web.replicas }}
d: '{{.spectro.app.$appDeploymentName.db.out.HOST}} {{.spectro.else.where}}'
`;
    expect(references(text).map(({ kind, name, path }) => [kind, name, path])).toEqual([
      ["var", "size", undefined],
      ["macro", "proxy-url", undefined],
      ["system", "cluster.name", undefined],
      ["pack", "k8s", ["charts", "web", "replicas"]],
      ["app", "db", ["out", "HOST"]],
      ["other", "else.where", undefined],
    ]);
  });

  test("tells tier and output of a reference to another tier, and whether it names the deployed app", () => {
    const told = (text: string) =>
      references(text).map(({ kind, name, path, deployment }) => [kind, name, path, deployment]);
    expect(told("{{.spectro.app.$appDeploymentName.postgres-db.POSTGRESMSTR_SVC}}")).toEqual([
      ["app", "postgres-db", ["POSTGRESMSTR_SVC"], "$appDeploymentName"],
    ]);
    expect(told("{{ .spectro.app.db.PASSWORD | b64enc }}")).toEqual([["app", "db", ["PASSWORD"], undefined]]);
    expect(told("{{.spectro.app.$appDeploymentName}}")).toEqual([["app", "", undefined, "$appDeploymentName"]]);
  });

  test("tells line and column of the reference, and the whole template", () => {
    expect(references("# one\r\na:\r\n  b: 'x {{- .spectro.var.y | upper -}}'\r\n")).toEqual([
      {
        kind: "var",
        name: "y",
        line: 3,
        column: 13,
        quoted: true,
        place: "quoted",
        text: "{{- .spectro.var.y | upper -}}",
      },
    ]);
  });

  test("finds several references in one template, and none in the texts inside it", () => {
    expect(
      references('{{ printf "%s .spectro.var.no" .spectro.var.a (default `.spectro.var.no` .spectro.macro.b) }}').map(
        ({ name, column }) => [name, column],
      ),
    ).toEqual([
      ["a", 32],
      ["b", 74],
    ]);
  });

  test("tells quoted scalars, plain ones, block scalars and comments apart", () => {
    const text = `plain: {{.spectro.var.a}} # {{.spectro.var.b}}
single: 'it''s {{.spectro.var.c}} # {{.spectro.var.d}}'
double: "\\" {{.spectro.var.e}}" # '{{.spectro.var.f}}
it's: isn't {{.spectro.var.g}}
list: [ 'x', "{{.spectro.var.h}}", {{.spectro.var.i}}]
long: 'first
  {{.spectro.var.j}}'
- name: |-
    {{.spectro.var.k}} # {{.spectro.var.l}}

    'still {{.spectro.var.m}}
  other: {{.spectro.var.n}}
- > # folded
  {{.spectro.var.o}}
- '{{ .spectro.var.p | default "it's" }}'
- {{.spectro.var.q}}
`;
    expect(Object.fromEntries(placesOf(text))).toEqual({
      a: "plain",
      b: "comment",
      c: "quoted",
      d: "quoted",
      e: "quoted",
      f: "comment",
      g: "plain",
      h: "quoted",
      i: "plain",
      j: "quoted",
      k: "block",
      l: "block",
      m: "block",
      n: "plain",
      o: "block",
      p: "quoted",
      q: "plain",
    });
  });

  test("takes a stream that is one block scalar for text", () => {
    expect(placesOf("--- |\n{{.spectro.var.a}}\n")).toEqual([["a", "block"]]);
  });

  test("reads a line of 300 KB in no time", () => {
    const line = `{${`"key": "it's", 'other': "x", `.repeat(10_000)}"last": "{{.spectro.var.a}}"}`;
    const before = performance.now();
    expect(placesOf(line)).toEqual([["a", "quoted"]]);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test("leaves Helm's templates and text outside braces alone", () => {
    expect(references("a: '{{ .Values.spectro.var.x }}' .spectro.var.b {{.x.spectro.var.c}} {{.spectro.var}}")).toEqual(
      [],
    );
    expect(first("{{$.spectro.var.x}}")?.name).toBe("x");
  });

  test("finds those of the real packs", () => {
    const found = packTexts().flatMap(([, path]) => references(readFileSync(path, "utf8")));
    const counts = new Map<string, number>();
    for (const { kind, name, place } of found) {
      const key = `${kind} ${name} ${place}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      "pack karpenter quoted": 2,
      "pack wordpress-chart comment": 2,
      "system cluster.name quoted": 4,
      "system kubernetes.version quoted": 2,
    });
  });
});

describe("variableReferences", () => {
  test("finds each name once, in the order of the text", () => {
    expect(variableReferences("a: '{{.spectro.var.two}}'\nb: '{{ .spectro.var.one }}{{.spectro.var.two}}'")).toEqual([
      "two",
      "one",
    ]);
  });

  test("looks into pipes and functions", () => {
    expect(
      variableReferences(
        '{{ .spectro.var.a | default "x" | upper }} {{ printf "%s-%s" .spectro.var.b .spectro.var.c-d }}',
      ),
    ).toEqual(["a", "b", "c-d"]);
  });

  test("leaves macros, system values and text outside braces alone", () => {
    expect(
      variableReferences("{{.spectro.macro.a}} {{.spectro.system.cluster.name}} .spectro.var.b {{.x.spectro.var.c}}"),
    ).toEqual([]);
  });
});

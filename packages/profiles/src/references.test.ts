import { variableReferences } from "./references";

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

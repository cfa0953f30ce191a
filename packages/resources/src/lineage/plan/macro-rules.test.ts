import { type MaybeUnknown, type Path, UNKNOWN } from "@palette-profiles/resource-kit";
import type { ProfileDraft } from "../../cluster-profile/plan/draft";
import { changedLayerTexts } from "../../cluster-profile/plan/layer-texts";
import type { Palette } from "../../palette";
import { macroRules } from "./macro-rules";

interface Told {
  severity: string;
  path: Path;
  code: string;
  detail: string;
}

/** Plans the rule alone, with the macros that a key may use and those that the project and the tenant list. */
async function told(
  packs: unknown,
  more: {
    prior?: unknown[];
    usable?: string[] | undefined;
    defined?: string[];
    project?: MaybeUnknown<string>;
    context?: string;
  } = {},
): Promise<{ told: Told[]; asked: string[] }> {
  const diagnostics: Told[] = [];
  const asked: string[] = [];
  const lookups = {
    projectUid: async () => "uid-of-project",
    macros: async () => {
      asked.push("macros");
      return "usable" in more ? more.usable : ["region", "dns-server"];
    },
    definedMacros: async () => {
      asked.push("defined");
      return more.defined ?? [];
    },
  };
  const add = (severity: string) => (path: Path, it: { code: string; detail: string }) =>
    void diagnostics.push({ severity, path, code: it.code, detail: it.detail });
  const prior = more.prior && { packs: more.prior };
  const draft = {
    context: { lookups, project: "Default" } as unknown as Palette,
    signal: new AbortController().signal,
    prior,
    config: {},
    planned: { packs, context: more.context ?? "project", project: more.project ?? "Default" },
    changed: () => true,
    priorIndex: (_: string, index: number) => (more.prior === undefined ? -1 : index),
    error: add("error"),
    warning: add("warning"),
  } as unknown as ProfileDraft;
  await macroRules(draft, changedLayerTexts(draft));
  return { told: diagnostics, asked };
}

const layer = (values: string, more = {}) => ({ name: "argo-cd", values, ...more });

describe("macros in a plan", () => {
  it("that exist are told nothing, with pipes, white space and trim markers", async () => {
    const values = "a: '{{.spectro.macro.region}}'\nb: '{{- .spectro.macro.dns-server | default \"x\" | upper -}}'\n";
    expect(await told([layer(values)])).toEqual({ told: [], asked: ["macros"] });
  });

  it("that resemble none there is are warnings, since the same apply may make them", async () => {
    const { told: warnings } = await told([layer("x: '{{.spectro.macro.brand-new-thing}}'\n")]);
    expect(warnings.map(({ severity, code }) => [severity, code])).toEqual([["warning", "UnknownMacro"]]);
    expect(warnings[0]!.detail).toContain('"brand-new-thing"');
  });

  it("that are slips of one there is are errors in values, overrides and manifests, with the place and the nearest name", async () => {
    const manifest = { name: "ns", content: "# {{.spectro.macro.of-old}}\na: {{ .spectro.macro.dns_server }}\n" };
    const it = layer("x: 1\ny: '{{.spectro.macro.regoin}}'\n", {
      overrides: "z: '{{.spectro.macro.regio | upper}}'",
      manifests: [manifest],
    });
    const { told: errors } = await told([it]);
    expect(errors.map(({ severity, code, path }) => [severity, code, path])).toEqual([
      ["error", "UnknownMacro", ["packs", 0, "values"]],
      ["error", "UnknownMacro", ["packs", 0, "overrides"]],
      ["error", "UnknownMacro", ["packs", 0, "manifests", 0, "content"]],
    ]);
    expect(errors[0]!.detail).toContain('Layer "argo-cd", values, line 2, column 7');
    expect(errors[0]!.detail).toContain('"regoin"');
    expect(errors[0]!.detail).toContain('Did you mean "region"?');
    expect(errors[0]!.detail).toContain("Project Settings > Macros");
    expect(errors[2]!.detail).toContain('manifest "ns", line 2, column 7');
    expect(errors[2]!.detail).toContain('"dns-server"');
  });

  it("of a tenant profile are looked for in no project", async () => {
    const { told: errors } = await told([layer("{{.spectro.macro.x}}")], { context: "tenant" });
    expect(errors[0]!.detail).toContain("neither the tenant nor the system");
  });

  it("that only the project's or the tenant's own list holds are no errors", async () => {
    const answer = await told([layer("{{.spectro.macro.x}}")], { defined: ["x"] });
    expect(answer).toEqual({ told: [], asked: ["macros", "defined"] });
  });

  it("are not asked for where no text is new or changed, or where none is used", async () => {
    const wrong = [layer("{{.spectro.macro.x}}", { manifests: [{ name: "a", content: "{{.spectro.macro.y}}" }] })];
    expect(await told(wrong, { prior: wrong })).toEqual({ told: [], asked: [] });
    expect(await told([layer("a: 1")])).toEqual({ told: [], asked: [] });
    const changed = await told([{ ...wrong[0], values: "# new\n{{.spectro.macro.x}}" }], { prior: wrong });
    expect(changed.told.map(({ path }) => path)).toEqual([["packs", 0, "values"]]);
  });

  it("are a warning where the key may not read them", async () => {
    const { told: warnings } = await told([layer("{{.spectro.macro.x}}"), layer("{{.spectro.macro.y}}")], {
      usable: undefined,
    });
    expect(warnings.map(({ severity, code }) => [severity, code])).toEqual([["warning", "MacrosUnread"]]);
  });

  it("in unknown texts, layers or scopes are left for the apply", async () => {
    expect(await told(UNKNOWN)).toEqual({ told: [], asked: [] });
    expect(await told([UNKNOWN, { name: "a", values: UNKNOWN, manifests: [UNKNOWN] }])).toEqual({
      told: [],
      asked: [],
    });
    expect(await told([layer("{{.spectro.macro.x}}")], { project: UNKNOWN })).toEqual({ told: [], asked: [] });
  });
});

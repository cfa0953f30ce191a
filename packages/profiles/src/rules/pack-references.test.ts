import { UNKNOWN } from "../model/unknown";
import { validateProfile } from "./validate-profile";

const redis = { name: "redis", tag: "1.0.0", values: "auth:\n  enabled: true\nports: [6379]\n", manifests: [] };
const told = (text: string, more: Record<string, unknown> = {}, others: unknown[] = [redis]) =>
  validateProfile({
    name: "p",
    packs: [{ name: "web", tag: "1.0.0", values: text, manifests: [] }, ...others],
    variables: [],
    ...more,
  } as Parameters<typeof validateProfile>[0]);

describe("a reference to another pack's value", () => {
  it.each([
    "a: '{{.spectro.pack.redis.auth.enabled}}'",
    "a: '{{ .spectro.pack.redis.auth.enabled | upper }}'",
    "a: '{{.spectro.pack.web.a}}'",
    "# {{.spectro.pack.rediss.auth.enabled}}\na: 1",
    // Of another profile of the same cluster.
    "a: '{{.spectro.pack.kubernetes.pack.podCIDR}}'",
  ])("that is there is told nothing: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it("that is a slip of a layer's name is told with the name, and where it stands", () => {
    const [problem, ...more] = told("b: 1\na: '{{.spectro.pack.rediss.auth.enabled}}'");
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: "UnknownPackReference",
      severity: "warning",
      path: ["packs", 0, "values"],
      line: 2,
    });
    expect(problem?.message).toContain('did you mean "redis"?');
  });

  it("that is no value of the layer is told with the nearest path", () => {
    const [problem] = told("a: '{{.spectro.pack.redis.auth.enable}}'");
    expect(problem?.message).toContain('have no "auth.enable": did you mean "redis.auth.enabled"?');
  });

  it("to a pack that is nowhere is told of a full profile, which has all its packs", () => {
    const text = "a: '{{.spectro.pack.vault.x}}'";
    expect(told(text, { type: "cluster" })[0]?.message).toContain('no layer is the pack "vault"');
    expect(told(text, { type: "add-on" })).toEqual([]);
  });

  it("is told nothing where a layer's name or values are not known yet", () => {
    expect(told("a: '{{.spectro.pack.rediss.x}}'", {}, [{ ...redis, name: UNKNOWN }])).toEqual([]);
    expect(told("a: '{{.spectro.pack.redis.x}}'", {}, [{ ...redis, values: UNKNOWN }])).toEqual([]);
  });

  it("of a layer under another name is found by its pack", () => {
    expect(told("a: '{{.spectro.pack.redis.auth.enabled}}'", {}, [{ ...redis, name: "cache--redis" }])).toEqual([]);
  });
});

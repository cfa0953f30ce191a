// biome-ignore-all lint/suspicious/noTemplateCurlyInString: formats of packs are written so.
import { checkStack } from "./check-stack";
import type { PackPreset, ValueRule } from "./knowledge";
import type { PlannedLayer } from "./stack";
import { aLayer, aStack, knowing, short, unmoved } from "./testing.test-support";

const OWN = "charts:\n  web:\n    port: 5001\n    name: web\n";
const layerOf = (values: string | undefined, schema: ValueRule[], more: Partial<PlannedLayer> = {}) =>
  aLayer(0, "web", {
    ...(values === undefined ? {} : { values }),
    knowledge: knowing({ schema, values: OWN }),
    ...more,
  });
const told = (values: string | undefined, ...schema: ValueRule[]) => checkStack(aStack([layerOf(values, schema)]));
const port = (value: string) => `charts:\n  web:\n    port: ${value}\n`;
const PORT = "charts.web.port";

describe("V21: a value with a format", () => {
  it.each<[Omit<ValueRule, "name">, string[], [string, string][]]>([
    [{ type: "number", format: "number" }, ["1", "-1.5", '"12"', "1e3"], [["many", "must be a number"]]],
    [
      { type: "number", format: "number:[5000-5005]" },
      ["5000", "5005", "5001.5"],
      [
        ["4999", "must be a number from 5000 to 5005"],
        ["5006", "from 5000 to 5005"],
      ],
    ],
    [{ format: "${number:/^(500[0-5])$/}" }, ["5003"], [["5006", "must match ^(500[0-5])$"]]],
    [
      { type: "boolean", format: "boolean" },
      ["true", '"false"'],
      [
        ["1", "must be true or false"],
        ["yes", "true or false"],
      ],
    ],
    [
      { type: "string", format: "string" },
      ["a", "1.20", "true"],
      [
        ["[a]", "must be a single value"],
        ["{a: 1}", "single"],
      ],
    ],
    [{ type: "string", regex: "^([a-z0-9].*)$" }, ["abc"], [["ABC", "must match"]]],
    [
      { type: "list", format: "list:[PACK,GIT]", listOptions: ["PACK", "GIT"] },
      ["GIT"],
      [["CHART", "must be one of PACK, GIT"]],
    ],
    [{ type: "list", listOptions: ["PACK", "GIT"] }, ["PACK"], [["pack", "must be one of PACK, GIT"]]],
    [
      { type: "ipv4", format: "ipv4" },
      ["10.0.0.1", "255.255.255.255"],
      [
        ["10.0.0.256", "IPv4"],
        ["10.0.0", "IPv4"],
      ],
    ],
    [{ type: "version", format: "version" }, ["1.2.3", "v1.2.3-rc.1"], [["latest", "semantic version"]]],
    [
      { format: "${ipv4} - ${ipv4}" },
      ["10.10.10.10 - 10.10.10.255"],
      [
        ["10.10.10.10", 'must look like "<ipv4> - <ipv4>"'],
        ["10.10.10.10-10.10.10.255", "must look like"],
        ["10.10.10.10 - none", 'its <ipv4> "none" must be an IPv4 address'],
      ],
    ],
    [
      { format: "${string}, ${string:/size=\\d+/}" },
      ['"type-zeroedthick, size=150"'],
      [['"type-zeroedthick, size=s"', "must match size=\\d+"]],
    ],
    // What RE2 does not take is the pack's mistake.
    [{ type: "string", regex: "(?=a)" }, ["b"], []],
    [{}, ["anything", "[1, 2]"], []],
  ])("%j", (rule, right, wrong) => {
    for (const value of right) expect([value, told(port(value), { name: PORT, ...rule })]).toEqual([value, []]);
    for (const [value, words] of wrong) {
      const [problem, ...more] = told(port(value), { name: PORT, ...rule, hints: ["the port"] });
      expect(more).toEqual([]);
      expect(short(problem!)).toBe("error InvalidValue packs.0.values");
      expect(problem!.message).toContain(words);
      expect(problem!.message).toContain(`${PORT} of "web"`);
      expect(problem!.message).toMatch(/The pack says: the port$/);
    }
  });

  it("passes where a template stands, and where it is empty and may be", () => {
    const rule = { name: PORT, type: "number" };
    for (const value of ["'{{.spectro.var.port}}'", "{{ .spectro.macro.port }}", '""', "null", "~"])
      expect(told(port(value), rule)).toEqual([]);
    expect(told("other: 1\n", rule)).toEqual([]);
    expect(told("", rule)).toEqual([]);
    expect(told("a: [", rule)).toEqual([]);
  });

  it("never shows a password", () => {
    const rule = { name: PORT, type: "password", format: "password:/^[a-z]{12}$/" };
    expect(told(port("abcdefghijkl"), rule)).toEqual([]);
    const problems = told(port("s3cr3t-canary"), rule);
    expect(problems.map(short)).toEqual(["error InvalidValue packs.0.values"]);
    expect(JSON.stringify(problems)).not.toContain("s3cr3t-canary");
    expect(JSON.stringify(told(port("s3cr3t-canary"), { ...rule, readonly: true }))).not.toContain("s3cr3t-canary");
  });

  it("is found under keys with dots, and in each entry of a list", () => {
    const annotation = { name: "svc.annotations.a.b/c", type: "boolean" };
    expect(told("svc:\n  annotations:\n    a.b/c: true\n", annotation)).toEqual([]);
    expect(told("svc:\n  annotations:\n    a.b/c: x\n", annotation)).toHaveLength(1);
    const pool = { name: "pools.$[].ip", type: "ipv4" };
    expect(told("pools:\n  - ip: 10.0.0.1\n  - name: b\n", pool)).toEqual([]);
    expect(told("pools: []\n", { ...pool, required: true })).toEqual([]);
    const [problem] = told("pools:\n  - ip: 10.0.0.1\n  - ip: x\n", pool);
    expect(problem!.message).toContain('pools[1].ip of "web" is "x"');
    expect(told("pools:\n  - name: b\n", { ...pool, required: true })[0]!.message).toContain("pools[0].ip");
  });
});

describe("V21: a value that is required", () => {
  it("is there, and not empty", () => {
    const rule = { name: PORT, required: true };
    expect(told(port("1"), rule)).toEqual([]);
    for (const value of ['""', "null", ""])
      expect(told(port(value), rule).map(short)).toEqual(["error RequiredValue packs.0.values"]);
  });

  it("and left out is refused where the pack has none, and warned of where it has one", () => {
    expect(told("a: 1\n", { name: PORT, required: true }).map(short)).toEqual(["warning RequiredValue packs.0.values"]);
    expect(told("a: 1\n", { name: PORT, required: true })[0]!.message).toContain('"5001"');
    expect(told("a: 1\n", { name: "account", required: true }).map(short)).toEqual([
      "error RequiredValue packs.0.values",
    ]);
  });

  it("and that the pack itself has none of is told of a layer without values", () => {
    expect(told(undefined, { name: PORT, required: true, type: "boolean" })).toEqual([]);
    expect(told(undefined, { name: "account", required: true }).map(short)).toEqual([
      "warning RequiredValue packs.0.values",
    ]);
  });
});

describe("V21: a value that is read-only", () => {
  const rule = { name: PORT, readonly: true };

  it("may be written as the pack has it", () => {
    expect(told(port("5001"), rule)).toEqual([]);
    expect(told(undefined, rule)).toEqual([]);
  });

  it("cannot be another, and is warned of where it is left out", () => {
    const [problem] = told(port("5002"), rule);
    expect(short(problem!)).toBe("error ReadonlyValue packs.0.values");
    expect(problem!.message).toContain('it is "5002", and must be "5001"');
    expect(told("a: 1\n", rule).map(short)).toEqual(["warning ReadonlyValue packs.0.values"]);
  });
});

describe("V21: which values are looked at", () => {
  const schema = [{ name: PORT, type: "number", required: true }];

  it("are overrides as they are written, over the pack's own", () => {
    const over = (overrides: string) => checkStack(aStack([layerOf(undefined, schema, { overrides })])).map(short);
    expect(over(port("5002"))).toEqual([]);
    expect(over("a: 1\n")).toEqual([]);
    expect(over(port("many"))).toEqual(["error InvalidValue packs.0.overrides"]);
  });

  it("are not those of a layer that did not change", () => {
    expect(checkStack(aStack([unmoved(layerOf(port("many"), schema))]))).toEqual([]);
    expect(checkStack(aStack([aLayer(0, "web", { values: port("many") })]))).toEqual([]);
  });
});

describe("V23: presets", () => {
  const presets: PackPreset[] = [
    { name: "enable", group: "Ingress" },
    { name: "disable", group: "Ingress" },
    { name: "thanos", group: "Object Store" },
  ];
  const named = (comment: string, known = presets, own = "") =>
    checkStack(
      aStack([
        aLayer(0, "web", {
          values: `# spectrocloud.com/enabled-presets: ${comment}\na: 1\n`,
          knowledge: knowing({ presets: known, values: own }),
        }),
      ]),
    );

  it("of different groups stand together", () => {
    expect(named("Ingress:enable, Object Store:thanos")).toEqual([]);
    expect(named("")).toEqual([]);
  });

  it("that the pack does not have are refused with the nearest", () => {
    const [problem] = named("Ingress:enabel");
    expect(short(problem!)).toBe("error UnknownPreset packs.0.values");
    expect(problem!.message).toContain('Did you mean "Ingress:enable"?');
    expect(named("Storage:thanos")[0]!.message).toContain('Did you mean "Object Store:thanos"?');
    expect(named("X:y")[0]!.message).toContain(
      'There are: "Ingress:enable", "Ingress:disable", "Object Store:thanos".',
    );
  });

  it("that the pack names in its own values pass, and those of a pack that tells of none are a warning", () => {
    expect(named("Old:one", presets, "# spectrocloud.com/enabled-presets: Old:one\n")).toEqual([]);
    expect(named("Old:one", []).map(short)).toEqual(["warning UnknownPreset packs.0.values"]);
  });

  it("of one group are refused together", () => {
    const [problem, ...more] = named("Ingress:enable,Ingress:disable");
    expect(more).toEqual([]);
    expect(short(problem!)).toBe("error PresetConflict packs.0.values");
    expect(problem!.message).toContain('"disable" and "enable" of the preset group "Ingress"');
  });
});

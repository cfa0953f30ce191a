import { each, hclOf, KINDS, type Text } from "./kinds";
import { sharedProject } from "./shared-project";
import { diagnosticsOf } from "./terraform";

jest.setTimeout(60_000);
const it = sharedProject();

/** A container needs an image; the others take it as well. */
const IMAGE = "containerService: { image: api }\n";

/** The same text as the values of a layer, of a tier, and as overrides of a layer of the system profile. */
const inAll = (text: (kind: (typeof KINDS)[number]) => string, more: Text = {}): string =>
  KINDS.map((kind) =>
    hclOf[kind]({ ...more, inLayer: `${kind === "system" ? "overrides" : "values"} = ${text(kind)}` }),
  ).join("");

async function settles(hcl: string): Promise<void> {
  expect(await it.applied(hcl)).toEqual(each("create"));
  expect(await it.planned(hcl)).toEqual([]);
}

describe("A14 an error in a text stands at its attribute, and tells the line within it", () => {
  const heredoc = (text: string) => () => `<<-YAML\n${text.replace(/^/gm, "      ")}\n      YAML`;
  test.each([
    ["a tab as indentation", "pack:\n  a: 1\n\tb: 2", "line 3"],
    ["a bracket that is not closed", "pack:\n  a: 1\n  b: [1, 2\nc: 3", "line 4"],
    ["a key given twice", "pack:\n  a: 1\n  a: 2", "line 3"],
  ])("%s", async (_, text, line) => {
    it.project.write("main.tf", inAll(heredoc(text)));
    const told = diagnosticsOf(await it.project.plan());
    expect(told).toHaveLength(3);
    for (const [index, words] of [
      ["palette_app_profile", "values = <<-YAML", '"api"'],
      ["palette_cluster_profile", "values = <<-YAML", '"nginx"'],
      ["palette_system_profile", "overrides = <<-YAML", '"kubernetes"'],
    ].entries()) {
      const [type = "", code = "", layer = ""] = words;
      const { range, snippet, detail } = told.find((each) => each.snippet?.context?.includes(type)) ?? {};
      expect([index, range?.filename, snippet?.code]).toEqual([index, "main.tf", expect.stringContaining(code)]);
      expect(detail).toContain(layer);
      expect(detail).toContain(line);
    }
  });
});

test("A15 half a megabyte in each text is held, a comment in it is no change, and one leaf is", async () => {
  const long = (end: string, comment = "") =>
    `${IMAGE}# ${"why ".repeat(60_000)}\n${comment}pack:\n  note: "${"word ".repeat(50_000)}${end}"\n`;
  const hcl = inAll((kind) => `file("${kind}.yaml")`);
  const write = (text: string) => {
    for (const kind of KINDS) it.project.write(`${kind}.yaml`, text);
  };
  write(long("one"));
  await settles(hcl);
  write(long("one", "# More.\n"));
  expect(await it.planned(hcl)).toEqual([]);
  write(long("two"));
  expect(await it.planned(hcl)).toEqual(each("update"));
});

describe("A16 what texts are made of", () => {
  const quoted = (text: string) => JSON.stringify(text).replace(/[$%](?=\{)/g, "$&$&");
  const texts = {
    "other alphabets, and letters put together": `pack:\n  note: "Привет – 你好 🎨 e\u0301"\n${IMAGE}`,
    "windows line ends": `pack:\r\n  # why\r\n  note: a\r\n${IMAGE}`,
    "a byte order mark": `\ufeffpack:\n  note: a\n${IMAGE}`,
    "tabs within values and after them": `pack:\n  note: "a\tb"\t# why\n  more:\ta\n${IMAGE}`,
    "text that looks like a template": `pack:\n  note: '$\{HOME} %{ if }'\n${IMAGE}`,
    "blank lines and spaces at the ends": `\n\n${IMAGE}pack:\n  note: a   \n\n\n`,
    "blocks of lines": `${IMAGE}pack:\n  note: |\n    one\n\n      two\n  more: >-\n    three\n    four\n`,
  };

  test(`${Object.keys(texts).join("; ")}: in layers and tiers`, async () => {
    const hcl = Object.values(texts)
      .map((text, index) => {
        const it = { label: `t${index}`, name: `t${index}`, inLayer: `values = ${quoted(text)}` };
        return hclOf.cluster(it) + hclOf.app(it);
      })
      .join("");
    expect(await it.applied(hcl)).toHaveLength(14);
    expect(await it.planned(hcl)).toEqual([]);
  });

  test("all of them in overrides of the system profile", async () => {
    const note = (key: string, value: string) => `${key}:\t${value}\t# why   \r\n`;
    const text = `\ufeff\r\npack:\r\n  podCIDR: 100.64.0.0/16\r\n${note("one", '"Привет – 你好 🎨 e\u0301"')}${note("two", `'$\{HOME} %{ if }'`)}`;
    const hcl = hclOf.system({ inLayer: `overrides = ${quoted(text)}` });
    expect(await it.applied(hcl)).toEqual(["create"]);
    expect(await it.planned(hcl)).toEqual([]);
  });

  test("several documents, in values of a layer and in manifests", async () => {
    const documents = "a: 1\n---\nb: 2\n...\n---\nkind: ConfigMap\nmetadata: {name: c}\n";
    const manifest = `pack {\n  name = "raw"\n  type = "manifest"\n  manifest {\n    name = "m"\n    content = ${quoted(documents)}\n  }\n}`;
    const hcl =
      hclOf.cluster({ inLayer: `values = ${quoted(documents)}`, more: manifest }) + hclOf.app({ more: manifest });
    expect(await it.applied(hcl)).toEqual(["create", "create"]);
    expect(await it.planned(hcl)).toEqual([]);
    expect((await it.backend.profiles())[0]?.spec?.published?.packs?.[0]?.values?.split("---")).toHaveLength(3);
  });
});

import { type AttributeChange, appChanges, clusterChanges, systemChange, writtenAttributes } from "./each-attribute";
import { allKinds, hclOf, KINDS } from "./kinds";
import { sharedProject } from "./shared-project";
import { diagnosticsOf } from "./terraform";

jest.setTimeout(60_000);
const it = sharedProject();

const DATA = `
data "palette_registry" "public" {
  name = "Public Repo"
}
data "palette_pack" "argo" {
  name    = "argo-cd"
  version = "7.8.2"
}
data "palette_pack" "redis" {
  name    = "redis-operator"
  version = "6.2.19-1"
}
`;

describe("A2 each attribute is changed by itself, and nothing is planned after it", () => {
  const hcl = (type: string, changes: AttributeChange[], state: "was" | "is") =>
    DATA +
    changes
      .map((row, index) => {
        const name = row.of === "name" ? "" : `name = "p${index}"\n`;
        return `resource "palette_${type}" "p${index}" {\n${name}${row[state]}\n}\n`;
      })
      .join("");

  test.each([
    ["cluster_profile", clusterChanges],
    ["app_profile", appChanges],
  ])("%s", async (type, changes) => {
    expect(changes.flatMap(({ of }) => of.split(" ")).sort()).toEqual(writtenAttributes(type).sort());
    await it.applied(hcl(type, changes, "was"));
    expect(await it.planned(hcl(type, changes, "was"))).toEqual([]);
    it.project.write("main.tf", hcl(type, changes, "is"));
    const ran = await it.project.apply();
    expect(ran.errors).toBe("");
    const done = new Map(
      ran.messages.flatMap(({ type: told, change }) =>
        told === "planned_change" && change !== undefined ? [[change.resource.addr, change.action] as const] : [],
      ),
    );
    expect(changes.map(({ of }, index) => [of, done.get(`palette_${type}.p${index}`)])).toEqual(
      changes.map(({ of, action = "update" }) => [of, action]),
    );
    expect(await it.planned(hcl(type, changes, "is"))).toEqual([]);
  });

  test("system_profile", async () => {
    expect(systemChange.of.split(" ").sort()).toEqual(writtenAttributes("system_profile").sort());
    const system = (body: string) => `resource "palette_system_profile" "it" {\n${body}\n}\n`;
    await it.applied(system(systemChange.was));
    expect(await it.applied(system(systemChange.is))).toEqual(["update"]);
    expect(await it.planned(system(systemChange.is))).toEqual([]);
  });
});

/** Palette trims texts; and what a system profile was before an apply, an import cannot know. */
const NOT_TOLD = new Set(["previous_layers", "last_applied"]);
const asTold = (_: string, value: unknown): unknown => (typeof value === "string" ? value.trim() : value);

test("A5 what is imported, by uid and by name, is what was created, leaf by leaf", async () => {
  const hcl = allKinds();
  await it.applied(hcl);
  const shown = async () => {
    const { values } = await it.project.show<{ values: { root_module: { resources: { values: object }[] } } }>();
    return values.root_module.resources.map((resource) =>
      Object.entries(resource.values)
        .filter(([name]) => !NOT_TOLD.has(name))
        .map(([name, value]): [string, unknown] => [name, JSON.parse(JSON.stringify(value, asTold))]),
    );
  };
  const created = await shown();
  const [[cluster], [app]] = [await it.backend.profiles(), await it.backend.appProfiles()];
  const system = (await it.backend.systemProfile()).metadata?.uid;
  for (const ids of [
    [`${cluster?.metadata?.uid}:project`, `${app?.uid}:project:1.0.0`, system],
    ["addons:project:1.0.0", "shop:project", "palette-enterprise"],
  ]) {
    await it.project.run("state", "rm", ...KINDS.map((kind) => `palette_${kind}_profile.it`));
    const blocks = KINDS.map(
      (kind, index) => `import {\n  to = palette_${kind}_profile.it\n  id = "${ids[index]}"\n}\n`,
    );
    await it.applied(hcl + blocks.join(""));
    expect(await shown()).toEqual(created);
    expect(await it.planned(hcl)).toEqual([]);
  }
});

describe("A12 what is null is what is absent, and what is empty is so too, or an error at its attribute", () => {
  test("null", async () => {
    const withNulls = KINDS.map((kind) => {
      const paths = writtenAttributes(`${kind}_profile`).map((path) => path.split("."));
      const nulls = (inLayer: boolean) =>
        paths
          .filter((path) => (inLayer ? path.length === 2 && path[0] === "pack" : path.length === 1))
          .map((path) => path.at(-1))
          .filter((name) => !new RegExp(`^ *${name} *=`, "m").test(hclOf[kind]()))
          .map((name) => `${name} = null\n`)
          .join("");
      return hclOf[kind]({ more: nulls(false), moreInLayer: nulls(true) });
    }).join("");
    expect(withNulls.match(/ = null$/gm)?.length).toBeGreaterThan(35);
    await it.applied(allKinds());
    expect(await it.planned(withNulls)).toEqual([]);
  });

  // What refuses it: while the text is checked, and, where Palette has to be asked, in the plan.
  const CHECKED = ["context", "version", "version_policy"];
  const ASKED = {
    cluster: ["project", "registry_name", "registry_uid", "tag", "uid"],
    app: ["project", "registry_name", "registry_uid", "source_app_tier", "tag"],
  };
  const ACCEPTED = {
    cluster: ["cloud", "description", "tags", "type", "values", "overrides"],
    app: ["cloud", "description", "tags", "pack_name", "properties", "values"],
  };
  const IN_HEAD = new Set([...CHECKED, "project", "cloud", "description", "tags"]);
  const EMPTY: Partial<Record<string, string>> = { tags: "[]", properties: "{}" };
  test.each(["cluster", "app"] as const)("empty, of %s profiles", async (kind) => {
    const hcl = (names: string[], value?: string) =>
      names
        .map((name) => {
          const [label, line] = [name.replaceAll("_", "-"), `${name} = ${value ?? EMPTY[name] ?? '""'}\n`];
          if (IN_HEAD.has(name)) return hclOf[kind]({ label, name: label, more: line });
          const without = new RegExp(name === "overrides" ? "^ *values = .*$" : `^ *${name} *= .*$`, "m");
          return hclOf[kind]({ label, name: label, moreInLayer: "HERE" }).replace(without, "").replace("HERE", line);
        })
        .join("");
    const refused = async (names: string[]) => {
      it.project.write("main.tf", hcl(names));
      const told = diagnosticsOf(await it.project.plan());
      return told.map(({ snippet, detail }) => [snippet?.code.trim(), detail.includes('""')]);
    };
    for (const names of [CHECKED, ASKED[kind]]) {
      expect((await refused(names)).sort()).toEqual(names.map((name) => [`${name} = ""`, true]));
    }
    await it.applied(hcl(ACCEPTED[kind]));
    expect(await it.planned(hcl(ACCEPTED[kind]))).toEqual([]);
    // Terraform holds null for another value than an empty one: an update, and then no more.
    await it.applied(hcl(ACCEPTED[kind], "null"));
    expect(await it.planned(hcl(ACCEPTED[kind], "null"))).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { actionsOf, createProject, serverEnvironment } from "./terraform";

// Packs that people publish, where they lie beside the repository; else the packs that the server brings.
const REPOSITORY = resolve(__dirname, "../..");
const folders = [join(REPOSITORY, "../shared/palette/packs"), join(REPOSITORY, "packages/palette-server/catalog")];
const packs = folders.find((folder) => existsSync(folder))!;

interface Pack {
  name: string;
  version: string;
  layer: string;
}

/** One version of each add-on pack. */
function addons(): Pack[] {
  const found = new Map<string, Pack>();
  for (const folder of readdirSync(packs)) {
    const file = join(packs, folder, "pack.json");
    if (!existsSync(file) || !existsSync(join(packs, folder, "values.yaml"))) continue;
    const pack = JSON.parse(readFileSync(file, "utf8")) as Pack;
    if (pack.layer === "addon" && !pack.name.startsWith("spectro-byo")) found.set(pack.name, pack);
  }
  return [...found.values()];
}

/** Karpenter's own values leave an account number empty that its schema requires. */
const filledIn = (values: string): string =>
  `replace(${values}, "awsAccountNumber: ", "awsAccountNumber: \\"123456789012\\" # ")`;

test("a profile of every add-on pack there is, with its whole values, is planned, applied and destroyed", async () => {
  const server = await startServer(packs.endsWith("catalog") ? {} : { packs: [packs] });
  const backend = await backendOf(server);
  const project = await createProject(serverEnvironment(server));
  const layer = ({ name, version }: Pack, values: string) => `
  pack {
    name          = "${name}"
    tag           = "${version}"
    registry_name = "Public Repo"
    values        = ${values.replace("VALUES", filledIn(`data.palette_pack.all["${name}"].values`))}
  }`;
  const all = addons();
  expect(all.length).toBeGreaterThanOrEqual(5);
  const hcl = (values = "VALUES") => `
data "palette_pack" "all" {
  for_each      = { ${all.map(({ name, version }) => `"${name}" = "${version}"`).join(", ")} }
  name          = each.key
  version       = each.value
  registry_name = "Public Repo"
}
resource "palette_cluster_profile" "it" {
  name = "everything"
  ${all.map((pack) => layer(pack, values)).join("")}
}`;
  project.write("main.tf", hcl());
  const made = await project.apply();
  expect(made.errors).toBe("");
  const [profile] = await backend.profiles();
  expect(profile?.spec?.published?.packs?.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  expect(actionsOf(await project.plan())).toEqual([]);

  // A comment on top of every layer's values is no change, and asks Palette for no pack.
  project.write("main.tf", hcl('"# ours\\n$' + '{VALUES}"'));
  await backend.forget();
  expect(actionsOf(await project.plan())).toEqual([]);
  const calls = (await backend.calls()).filter((call) => call.startsWith("GET /v1/clusterprofiles"));
  expect(calls.sort()).toEqual(["GET /v1/clusterprofiles/{uid}", "GET /v1/clusterprofiles/{uid}/variables"]);

  expect((await project.apply("-destroy")).errors).toBe("");
  expect(await backend.profiles()).toEqual([]);
  project.remove();
  await server.close();
}, 120_000);

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are what the test is about
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AppProfile,
  ClusterProfile,
  OperatorService,
  PaletteProvider,
  Values,
  Variable,
} from "@palette-profiles/cdktf";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { yamlValue } from "@palette-profiles/profiles";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { backendOf } from "../scenarios/backend";
import { type CdktfProject, copyExample } from "./cdktf-project";

const CANARY = "canary-of-a-write-only-default";

let server: RunningServer;
let project: CdktfProject;

beforeAll(async () => {
  server = await startServer();
  project = copyExample("cdktf-app-profile", server);
});

afterAll(async () => {
  project?.remove();
  await server?.close();
});

test("Tokens in values become YAML of what they turn out to be, and templates of others stay as they are", async () => {
  const stack = new TerraformStack(Testing.app(), "tokens");
  new PaletteProvider(stack, "palette");
  const said = new TerraformVariable(stack, "said", { type: "string", default: 'yes: "no" # \\ <b>' }).stringValue;
  const count = new TerraformVariable(stack, "count_of", { type: "number", default: 3 }).numberValue;
  const hosts = new TerraformVariable(stack, "hosts", { type: "list(string)", default: ["a", "on"] }).listValue;
  const price = new TerraformVariable(stack, "price", { type: "string", default: "3" }).stringValue;
  const base = new ClusterProfile(stack, "base", { name: "base" });
  base.addPack({ name: "cert-manager", tag: "1.16.2" });
  const profile = new ClusterProfile(stack, "profile", { name: "profile" });
  const literal = 'a "b" \\n ${HOME} %{if} $${X}';
  profile.addPack({
    name: "argo-cd",
    tag: "7.8.2",
    values: {
      said,
      count,
      hosts,
      base: base.uid,
      mixed: `${literal} ${said}\n`,
      literal,
      price: `$${price} or $$${price}`,
      end: 1,
    },
  });
  profile.addPack({ name: "nginx", tag: "1.11.4", values: `# ${literal}\nbase: ${base.uid} # $${price}\n` });
  // No plan knows the uid of a profile that is not there yet.
  const file = join(project.folder, "argo-cd.yaml");
  writeFileSync(file, "# of a file\nbase: none # here\nscript: |\n  run\n\n  # deep\nlast: 1\n");
  const unknowns = new ClusterProfile(stack, "unknowns", { name: "unknowns" });
  unknowns.addPack({
    name: "argo-cd",
    tag: "7.8.2",
    values: Values.fromFile(file).overlay({ base: base.uid, [`of-${base.name}`]: [base.uid, `a: "${base.uid}"`] }),
  });
  unknowns.addPack({
    name: "nginx",
    tag: "1.11.4",
    values: Values.fromObject({ kept: base.uid, count, gone: base.uid })
      .overlay(`gone: null\nraw: "x-${base.uid}"\nscript: |\n  echo ${base.uid}\n`)
      .overlay(Values.fromHelmValues(file, { chart: "nginx", namespace: `ns-${base.uid}` })),
  });
  unknowns.addManifest({
    name: "texts",
    content: { kind: "ConfigMap", data: { base: base.uid } },
    manifests: [
      { name: "raw", content: `kind: ConfigMap\ndata:\n  base: ${base.uid}\n` },
      { name: "values", content: Values.fromYaml("kind: ConfigMap # why\n").overlay({ data: { base: base.uid } }) },
    ],
  });
  const secret = new TerraformVariable(stack, "secret", { type: "string", default: CANARY, sensitive: true });
  unknowns.addVariable(
    Variable.string({
      name: "secret",
      isSensitive: true,
      defaultValueWo: secret.stringValue,
      defaultValueWoVersion: 1,
    }),
  );
  const app = new AppProfile(stack, "app", { name: "app" });
  app.addService(OperatorService.mysql({ name: "db", rootPassword: price, volumeSize: count }));
  const ports = new TerraformVariable(stack, "ports", { type: "list(number)", default: [8080, 90] }).value;
  const env = new TerraformVariable(stack, "env", { type: "map(string)", default: { said: "on", b: "2" } }).value;
  app.addContainer({
    name: "some",
    image: `api:${price}`,
    replicas: count,
    ports: [count],
    env: { SAID: said, MIXED: `{{.spectro.app.$appDeploymentName.db.MYSQLMSTR_SVC}}/${said}/$${price}` },
    volumes: [{ name: "data", size: count, mountPath: "/data" }],
  });
  app.addContainer({ name: "all", image: "api:1", ports: Token.asNumberList(ports), env: Token.asStringMap(env) });
  writeFileSync(join(project.folder, "main.tf.json"), Testing.synth(stack, true));

  expect(await project.run("terraform", ["init", "-no-color"])).toMatchObject({ status: 0 });
  const apply = await project.run("terraform", ["apply", "-auto-approve", "-no-color"]);
  expect(apply).toMatchObject({ status: 0, output: expect.stringContaining("4 added") });
  const again = await project.run("terraform", ["plan", "-no-color", "-detailed-exitcode"]);
  expect(again).toMatchObject({ status: 0, output: expect.stringContaining("No changes.") });

  const backend = await backendOf(server);
  const profiles = await backend.profiles();
  const uid = profiles.find(({ metadata }) => metadata?.name === "base")?.metadata?.uid;
  const packs = profiles.find(({ metadata }) => metadata?.name === "profile")?.spec?.published?.packs ?? [];
  expect(packs[0]?.values?.trimEnd().split("\n")).toEqual([
    String.raw`said: "yes: \"no\" # \\ \u003cb\u003e"`,
    "count: 3",
    'hosts: ["a","on"]',
    `base: "${uid}"`,
    String.raw`mixed: "a \"b\" \\n ${"${HOME}"} %{if} $${"${X}"} yes: \"no\" # \\ \u003cb\u003e\n"`,
    `literal: ${literal}`,
    'price: "$3 or $$3"',
    "end: 1",
  ]);
  expect(packs[1]?.values?.trimEnd()).toBe(`# ${literal}\nbase: ${uid} # $3`);

  const unknownsHeld = profiles.find(({ metadata }) => metadata?.name === "unknowns");
  const unknownsUid = unknownsHeld?.metadata?.uid ?? "";
  const [overFile, overObject] = unknownsHeld?.spec?.published?.packs ?? [];
  expect(overFile?.values?.trimEnd().split("\n")).toEqual([
    "# of a file",
    `base: "${uid}" # here`,
    "script: |",
    "  run",
    "",
    "  # deep",
    "last: 1",
    '"of-base":',
    `  - "${uid}"`,
    String.raw`  - "a: \"${uid}\""`,
  ]);
  expect(yamlValue(overObject?.values ?? "")).toEqual({
    kept: uid,
    count: 3,
    raw: `x-${uid}`,
    script: `echo ${uid}\n`,
    pack: { namespace: `ns-${uid}` },
    charts: { nginx: { base: "none", script: "run\n\n# deep\n", last: 1 } },
  });
  const { spec } = await backend.api.manifests(unknownsUid);
  const contents = spec?.packs?.flatMap((pack) => pack.spec?.manifests ?? []).map((it) => it.content);
  expect(contents?.map((content) => content?.trimEnd())).toEqual([
    `kind: ConfigMap\ndata:\n  base: "${uid}"`,
    `kind: ConfigMap\ndata:\n  base: ${uid}`,
    `kind: ConfigMap # why\ndata:\n  base: "${uid}"`,
  ]);
  expect((await backend.api.variables(unknownsUid)).variables).toMatchObject([{ name: "secret", isSensitive: true }]);
  expect(readFileSync(join(project.folder, "terraform.tfstate"), "utf8")).not.toContain(CANARY);

  const [held] = await backend.appProfiles();
  const [db, some, all] = held?.tiers ?? [];
  expect(db?.spec?.properties).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: "dbVolumeSize", value: "3" })]),
  );
  expect(yamlValue(some?.spec?.values ?? "")).toMatchObject({
    containerService: {
      image: "api:3",
      replicas: 3,
      ports: ["3"],
      env: [
        { name: "SAID", value: 'yes: "no" # \\ <b>' },
        {
          name: "MIXED",
          value: '{{.spectro.app.$appDeploymentName.db.MYSQLMSTR_SVC}}/yes: "no" # \\ <b>/$3',
        },
      ],
      volumeSize: 3,
    },
  });
  expect(yamlValue(all?.spec?.values ?? "")).toMatchObject({
    containerService: {
      ports: ["8080", "90"],
      env: [
        { name: "b", value: "2" },
        { name: "said", value: "on" },
      ],
    },
  });
}, 120_000);

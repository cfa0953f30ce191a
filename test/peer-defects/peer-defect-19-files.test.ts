import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { yamlText } from "@palette-profiles/profiles";
import { backendOf } from "../scenarios/backend";
import { actionsOf, createProject, diagnosticsOf, serverEnvironment } from "../terraform/terraform";

// The peer's import from a file keeps the file's name alone, takes only files below the working folder, and replaces.
test("peer defect 19: the content of a file counts, wherever it lies, and an edit of it changes the profile in place", async () => {
  const server = await startServer();
  const project = await createProject(serverEnvironment(server));
  const elsewhere = mkdtempSync(join(tmpdir(), "palette-peer-19-"));
  try {
    const backend = await backendOf(server);
    const file = join(elsewhere, "values.yaml");
    const write = (replicas: number) => writeFileSync(file, `charts:\n  nginx:\n    replicas: ${replicas}\n`);
    project.write(
      "main.tf",
      `resource "palette_cluster_profile" "it" {
  name = "from-a-file"
  pack {
    name   = "nginx"
    tag    = "1.11.4"
    values = file("${file}")
  }
}`,
    );
    write(1);
    expect((await project.apply()).errors).toBe("");
    const uid = (await backend.profiles())[0]?.metadata?.uid;
    write(2);
    const changed = await project.apply();
    expect([changed.errors, actionsOf(changed)]).toEqual(["", ["update"]]);
    const [profile, ...others] = await backend.profiles();
    expect(others).toEqual([]);
    expect(profile?.metadata?.uid).toBe(uid);
    expect(profile?.spec?.published?.packs?.[0]?.values).toContain("replicas: 2");
  } finally {
    project.remove();
    rmSync(elsewhere, { recursive: true, force: true });
    await server.close();
  }
}, 60_000);

const exported = (more: { replicas?: number; version?: string; tag?: string } = {}) => ({
  metadata: { name: "exported", description: "From another Palette", labels: { team: "web", shared: "spectro__tag" } },
  spec: {
    version: more.version ?? "1.0.0",
    template: {
      type: "add-on",
      cloudType: "all",
      packs: [
        {
          name: "nginx",
          type: "spectro",
          layer: "addon",
          tag: more.tag ?? "1.11.4",
          version: more.tag ?? "1.11.4",
          registry: { metadata: { uid: "0".repeat(24), name: "Public Repo", kind: "pack" } },
          values: `charts:\n  nginx:\n    replicas: ${more.replicas ?? 1}\n    word: "{{.spectro.var.word}}"\n`,
        },
        {
          name: "team",
          type: "manifest",
          layer: "addon",
          manifests: [{ name: "ns", content: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n" }],
        },
      ],
    },
    variables: [{ name: "word", displayName: "Word", format: "string", isSensitive: true, defaultValue: "********" }],
  },
});

test("peer defect 19: an exported profile is JSON or YAML at any path, and an edit of it is planned and made in place", async () => {
  const server = await startServer();
  const project = await createProject(serverEnvironment(server));
  const elsewhere = mkdtempSync(join(tmpdir(), "palette-peer-19-"));
  try {
    const backend = await backendOf(server);
    const [json, yaml] = [join(elsewhere, "profile.json"), join(elsewhere, "profile.yaml")];
    const resource = (file: string, more = "") =>
      project.write(
        "main.tf",
        `resource "palette_cluster_profile_import" "it" {\n  import_file = "${file}"\n${more}}\n`,
      );
    writeFileSync(json, JSON.stringify(exported()));
    resource(json);
    const made = await project.apply();
    expect([made.errors, actionsOf(made)]).toEqual(["", ["create"]]);
    const [first] = await backend.profiles();
    const uid = first?.metadata?.uid;
    expect(first?.metadata).toMatchObject({ name: "exported", labels: { team: "web", shared: "spectro__tag" } });
    expect(first?.spec?.published?.packs?.map((pack) => pack.name)).toEqual(["nginx", "team"]);
    expect(actionsOf(await project.plan())).toEqual([]);

    // The same in other words, and in YAML beside Terraform's files.
    writeFileSync(json, JSON.stringify(exported(), null, 4));
    expect(actionsOf(await project.plan())).toEqual([]);
    writeFileSync(yaml, `# Reviewed.\n${yamlText(exported())}`);
    resource(yaml);
    await backend.forget();
    const elsewhereNow = await project.apply();
    expect([elsewhereNow.errors, actionsOf(elsewhereNow)]).toEqual(["", ["update"]]);
    expect((await backend.calls()).filter((call) => !call.startsWith("GET "))).toEqual([]);

    // An edit.
    writeFileSync(yaml, yamlText(exported({ replicas: 3 })));
    const edited = await project.apply();
    expect([edited.errors, actionsOf(edited)]).toEqual(["", ["update"]]);
    const [changed, ...others] = await backend.profiles();
    expect([changed?.metadata?.uid, others]).toEqual([uid, []]);
    expect(changed?.spec?.published?.packs?.[0]?.values).toContain("replicas: 3");
    expect(actionsOf(await project.plan())).toEqual([]);

    // What somebody changes in Palette is seen, and goes back to what the file says.
    await backend.edit("nginx", "charts:\n  nginx:\n    replicas: 9\n");
    const drifted = await project.apply();
    expect([drifted.errors, actionsOf(drifted)]).toEqual(["", ["update"]]);
    expect((await backend.profiles())[0]?.spec?.published?.packs?.[0]?.values).toContain("replicas: 3");

    // A new version in the file stands beside the old one; both go with the resource.
    writeFileSync(yaml, yamlText(exported({ replicas: 3, version: "1.1.0" })));
    expect((await project.apply()).errors).toBe("");
    expect((await backend.profiles()).map(({ spec }) => spec?.version).sort()).toEqual(["1.0.0", "1.1.0"]);
    expect(actionsOf(await project.plan())).toEqual([]);

    // Taken into another state by name, it needs only the path noted.
    rmSync(join(project.folder, "terraform.tfstate"));
    const imported = await project.run("import", "-no-color", "palette_cluster_profile_import.it", "exported:project");
    expect([imported.stderr, imported.status]).toEqual(["", 0]);
    await backend.forget();
    const noted = await project.apply();
    expect([noted.errors, actionsOf(noted)]).toEqual(["", ["update"]]);
    expect((await backend.calls()).filter((call) => !call.startsWith("GET "))).toEqual([]);
    expect((await project.apply("-destroy")).errors).toBe("");
    expect((await backend.profiles()).map(({ spec }) => spec?.version)).toEqual(["1.0.0"]);
  } finally {
    project.remove();
    rmSync(elsewhere, { recursive: true, force: true });
    await server.close();
  }
}, 60_000);

test("peer defect 19: a file that is no profile is refused in the plan, with its name, the line and what is wrong", async () => {
  const server = await startServer();
  const project = await createProject(serverEnvironment(server));
  try {
    const refusal = async (text: string | undefined): Promise<string> => {
      rmSync(join(project.folder, "profile.json"), { force: true });
      if (text !== undefined) project.write("profile.json", text);
      const ran = await project.plan();
      expect(diagnosticsOf(ran)[0]?.snippet?.code).toContain("import_file");
      return ran.errors;
    };
    project.write("main.tf", 'resource "palette_cluster_profile_import" "it" {\n  import_file = "profile.json"\n}\n');
    expect(await refusal(undefined)).toMatch(/There is no file profile\.json.*path\.module/s);
    expect(await refusal('{\n  "metadata": {},\n  "spec": [1, }\n}')).toMatch(/profile\.json, line 3/);
    expect(await refusal('["a"]')).toMatch(/profile\.json: the file has no "metadata" and "spec"/);
    expect(await refusal(JSON.stringify({ metadata: { name: "x" }, spec: {} }))).toMatch(/spec\.template is missing/);
    const typo = exported({ tag: "1.11.44" });
    expect(await refusal(JSON.stringify(typo))).toMatch(/profile\.json:.*"1\.11\.44".*"1\.11\.4"/s);
    const secret = exported();
    secret.spec.variables[0]!.defaultValue = "hunter2-canary";
    const told = await refusal(JSON.stringify(secret));
    expect(told).toMatch(/the variable "word", is sensitive.*palette_cluster_profile/s);
    expect(told).not.toContain("hunter2-canary");
  } finally {
    project.remove();
    await server.close();
  }
}, 60_000);

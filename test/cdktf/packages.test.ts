import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import ts from "typescript";
import { linkDependencies } from "../pulumi/installed";
import { backendOf } from "../scenarios/backend";
import { type CdktfProject, copyExample, LIBRARIES, type Library } from "./cdktf-project";
import { published } from "./published";

jest.setTimeout(120_000);

// Both packages as they are published, each with nothing beside it but what it says that it depends on.
describe("As published", () => {
  let root: string;
  const packageOf = (library: Library) => join(root, library, "node_modules/@palette-profiles", library);
  const manifestOf = (library: Library) => JSON.parse(readFileSync(join(packageOf(library), "package.json"), "utf8"));

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "palette-packages-")));
    const unpacked = join(root, "unpacked");
    await published(
      LIBRARIES.map((library) => `@palette-profiles/${library}`),
      unpacked,
    );
    for (const library of LIBRARIES) {
      const modules = join(root, library, "node_modules");
      for (const name of [library, "profiles"]) {
        cpSync(join(unpacked, "@palette-profiles", name), join(modules, "@palette-profiles", name), {
          recursive: true,
        });
      }
      // As pnpm has it: what another package depends on is out of reach.
      await linkDependencies("profiles", join(modules, "@palette-profiles/profiles/node_modules"));
      await linkDependencies(library, modules);
      writePrograms(library, join(root, library));
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(LIBRARIES)("@palette-profiles/%s is compiled code, types, a README and a licence", (library) => {
    const files = readdirSync(packageOf(library), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(packageOf(library).length + 1)
          .replaceAll("\\", "/"),
      );
    const compiled = /^dist\/[\w/-]+(\.d\.ts|\.js)$/;
    expect(files.filter((file) => !compiled.test(file)).sort()).toEqual(["LICENSE", "README.md", "package.json"]);
    expect(files).toEqual(expect.arrayContaining(["dist/index.js", "dist/index.d.ts"]));
  });

  test.each(LIBRARIES)("@palette-profiles/%s depends on versions, and on no other library", (library) => {
    const { version, dependencies, peerDependencies } = manifestOf(library);
    expect(dependencies).toEqual({ "@palette-profiles/profiles": version });
    expect(Object.keys(peerDependencies).sort()).toEqual([library, "constructs"].sort());
  });

  test.each([
    ["node10", "CommonJS", ["main.ts"]],
    ["node16", "Node16", ["main.cts", "main.mts"]],
    ["bundler", "ESNext", ["main.ts"]],
  ])("A program compiles with the module resolution %s", (moduleResolution, module, files) => {
    const { options } = ts.convertCompilerOptionsFromJson(
      { moduleResolution, module, lib: ["es2022"], types: [], strict: true, noEmit: true },
      root,
    );
    const mains = LIBRARIES.flatMap((library) => files.map((file) => join(root, library, file)));
    const program = ts.createProgram(mains, options);
    const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(root));
    const found = ours.flatMap((file) => ts.getPreEmitDiagnostics(program, file));
    expect(found.map(({ file, messageText }) => [file?.fileName, messageText])).toEqual([]);
    expect(ours.length).toBeGreaterThan(100);
  });

  test.each(LIBRARIES)("A program of %s runs by Node alone, as CommonJS and as ES modules", async (library) => {
    const [commonJs, esModule] = await Promise.all(["main.cjs", "main.mjs"].map((file) => synthesised(library, file)));
    expect(commonJs).toEqual(esModule);
    expect(esModule).toMatchObject({
      resource: { palette_cluster_profile: { "add-ons": { name: "platform-add-ons" } } },
      data: { palette_project: { project: { name: "Default" } } },
    });
  });

  async function synthesised(library: Library, file: string): Promise<unknown> {
    const cwd = join(root, library, `by-${file}`);
    mkdirSync(cwd);
    const run = await promisify(execFile)(process.execPath, [join(root, library, file)], { cwd });
    expect(run).toEqual({ stdout: "", stderr: "" });
    const { resource, data } = JSON.parse(readFileSync(join(cwd, "cdktf.out/stacks/platform/cdk.tf.json"), "utf8"));
    return { resource, data };
  }
});

/** One program, in the languages and forms of modules there are. */
function writePrograms(library: Library, folder: string): void {
  const program = `import { ClusterProfile, l1, PaletteProvider, Values, Variable } from "@palette-profiles/${library}";
import { App, TerraformStack } from "${library}";

const app = new App();
const stack = new TerraformStack(app, "platform");
new PaletteProvider(stack, "palette");
const addOns = new ClusterProfile(stack, "add-ons", { name: "platform-add-ons" });
const team = addOns.addVariable(Variable.string({ name: "team", defaultValue: "web" }));
addOns.addPack({ name: "argo-cd", tag: "7.8.2", values: Values.fromYaml("charts: {}").overlay({ team: team.ref }) });
new l1.dataPaletteProject.DataPaletteProject(stack, "project", { name: "Default" });
app.synth();
`;
  const commonJs = ts.transpileModule(program, { compilerOptions: { module: ts.ModuleKind.CommonJS } }).outputText;
  for (const end of ["ts", "cts", "mts", "mjs"]) writeFileSync(join(folder, `main.${end}`), program);
  writeFileSync(join(folder, "main.cjs"), commonJs);
}

// One life of a stack, in order: each test goes on from the one before it.
describe("From CDKTF to CDK Terrain", () => {
  let server: RunningServer;
  let project: CdktfProject;

  beforeAll(async () => {
    server = await startServer();
    project = copyExample("cdktf-app-profile", server, { TF_VAR_db_root_password: "hunter2" });
    const { status, output } = await project.cdktf("deploy", "--auto-approve");
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 added") });
    project.turnToCdktn();
  });
  afterAll(async () => {
    project?.remove();
    await server?.close();
  });

  test("Nothing changes in a stack that was deployed with the other library", async () => {
    const { status, output } = await project.cdktf("diff");
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("No changes.") });
  });

  test("A destroy removes what was deployed with the other library", async () => {
    const { status, output } = await project.cdktf("destroy", "--auto-approve");
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 destroyed") });
    expect(await (await backendOf(server)).appProfiles()).toEqual([]);
  });
});

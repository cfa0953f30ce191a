import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import ts from "typescript";
import { backendOf } from "../scenarios/backend";
import { actionsOf, createProject, diagnosticsOf, type Project, serverEnvironment } from "./terraform";

// The programs in docs/app-profiles.md and docs/system-profiles.md, and in the README of the Pulumi package.
const REPOSITORY = resolve(__dirname, "../..");

function programs(guide: string, language: string): string[] {
  const text = readFileSync(join(REPOSITORY, guide), "utf8");
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, program]) => program ?? "");
}

jest.setTimeout(60_000);
let server: RunningServer | undefined;
let project: Project | undefined;
afterEach(async () => {
  project?.remove();
  await server?.close();
  project = server = undefined;
});

test("the app profile of the guide is made, and nothing is left to plan", async () => {
  server = await startServer();
  const backend = await backendOf(server);
  project = await createProject(serverEnvironment(server));
  project.write("main.tf", programs("docs/app-profiles.md", "hcl")[0]!);
  const made = await project.apply();
  expect([made.errors, diagnosticsOf(made).map(({ summary }) => summary)]).toEqual(["", []]);
  const [held] = await backend.appProfiles();
  expect(held?.tiers.map(({ metadata }) => metadata?.name)).toEqual(["db", "api"]);
  expect(actionsOf(await project.plan())).toEqual([]);
});

test("the system profile of the guide is planned on the profile that the example's seed has", async () => {
  const seed = join(REPOSITORY, "examples/terraform-system-profile/seed.yaml");
  server = await startServer({ seed });
  const { email = "", password = "" } = server.systemAdministrator ?? {};
  project = await createProject({
    ...serverEnvironment(server),
    SPECTROCLOUD_SYSTEM_EMAIL: email,
    SPECTROCLOUD_SYSTEM_PASSWORD: password,
  });
  project.write("main.tf", programs("docs/system-profiles.md", "hcl")[0]!);
  const planned = await project.plan();
  expect([planned.errors, actionsOf(planned)]).toEqual(["", ["create"]]);
  expect(diagnosticsOf(planned)[0]?.detail).toContain("pack.podCIDR");
});

test("their TypeScript has the types that the packages have", () => {
  const files = ["docs/app-profiles.md", "docs/system-profiles.md", "packages/pulumi/README.md"];
  const snippets = files.flatMap((file) => programs(file, "ts")).filter((text) => text.includes("import "));
  expect(snippets).toHaveLength(7);
  const stack = 'import type { TerraformStack } from "cdktf";\ndeclare const stack: TerraformStack;\n';
  const sources = new Map(
    snippets.map((text, index) => [
      join(REPOSITORY, "test", `guide-${index}.ts`),
      text.includes("(stack,") ? stack + text : text,
    ]),
  );
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.Node16, types: ["node"] };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.getSourceFile = (file, version) => {
    const text = sources.get(file);
    return text === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, text, version);
  };
  const told = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
  expect(told.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))).toEqual([]);
});

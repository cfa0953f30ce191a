// Writes docs/terraform: pages in the layout of Terraform's registry, from the provider's schema and examples/terraform.
//
//   node packages/terraform-provider/scripts/generate-docs.mjs            write the files
//   node packages/terraform-provider/scripts/generate-docs.mjs --check    exit 1 where they differ, or an example is missing
//
// The schema comes from the sources, not from a build of them; no Terraform takes part.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../../scripts/workspace-bundle.mjs";
import { functionPage, schemaPage } from "./docs-page.mjs";

const packageDir = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const repository = resolve(packageDir, "../..");
const target = join(repository, "docs/terraform");
const examples = join(repository, "examples/terraform");
const PROVIDER = "palette";

const DESCRIPTION =
  "Profiles of Spectro Cloud Palette as code: cluster profiles, app profiles and the system profile of a self-hosted Palette or VerteX, with their packs, versions and variables checked while Terraform plans.";

const NOTES = `An API key comes from Palette's console, and best from the environment: \`SPECTROCLOUD_APIKEY\`, with \`SPECTROCLOUD_HOST\` for a Palette of one's own and \`SPECTROCLOUD_PROJECT\` for the project. Names of arguments are those of the official provider, so that its provider block works here.`;

/** Folder of pages, folder of examples' kind, and the part of the schema. */
const SECTIONS = [
  ["resources", "resource", "resource_schemas"],
  ["data-sources", "data-source", "data_source_schemas"],
  ["ephemeral-resources", "ephemeral-resource", "ephemeral_resource_schemas"],
  ["list-resources", "list-resource", "list_resource_schemas"],
];

async function providerSchema() {
  const work = mkdtempSync(join(tmpdir(), "palette-docs-"));
  try {
    const outfile = join(work, "schema.cjs");
    await bundle(undefined, outfile, {
      entryPoints: undefined,
      legalComments: "none",
      stdin: {
        contents: `
          import { palette } from "@palette-profiles/resources";
          import { providerSchemaJson } from "@palette-profiles/terraform-provider";
          export default providerSchemaJson(palette);`,
        resolveDir: packageDir,
      },
    });
    const [schema] = Object.values(createRequire(import.meta.url)(outfile).default.provider_schemas);
    return schema;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const missing = [];

/** The examples of one page, by file name; `needed` has to be among them. */
function examplesOf(folder, needed) {
  const path = join(examples, folder);
  const files = existsSync(path) ? readdirSync(path).sort() : [];
  if (!files.includes(needed)) missing.push(`examples/terraform/${folder}/${needed}`);
  return new Map(files.map((file) => [file, readFileSync(join(path, file), "utf8")]));
}

function subcategoryOf(name) {
  const kinds = { cluster_profile: "Cluster profiles", app_profile: "App profiles", system_: "System profiles" };
  return Object.entries(kinds).find(([part]) => name.includes(part))?.[1] ?? "Packs and scopes";
}

function pages(schema) {
  const files = new Map();
  files.set(
    "index.md",
    schemaPage({
      kind: "provider",
      name: PROVIDER,
      block: { ...schema.provider.block, description: DESCRIPTION },
      examples: examplesOf("provider", "provider.tf"),
      notes: NOTES,
    }),
  );
  for (const [folder, kind, part] of SECTIONS) {
    for (const [name, { block }] of Object.entries(schema[part] ?? {})) {
      const found = examplesOf(`${folder}/${name}`, kind === "list-resource" ? `${kind}.tfquery.hcl` : `${kind}.tf`);
      const identity = kind === "resource" ? schema.resource_identity_schemas?.[name] : undefined;
      const page = schemaPage({ kind, name, block, identity, examples: found, subcategory: subcategoryOf(name) });
      files.set(`${folder}/${name.slice(PROVIDER.length + 1)}.md`, page);
    }
  }
  for (const [name, it] of Object.entries(schema.functions ?? {})) {
    const page = functionPage({ name, it, examples: examplesOf(`functions/${name}`, "function.tf") });
    files.set(`functions/${name}.md`, page);
  }
  return files;
}

function present() {
  if (!existsSync(target)) return new Map();
  const found = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(target.length + 1), readFileSync(path, "utf8")]));
}

const wanted = pages(await providerSchema());
const there = present();
const different = [...new Set([...wanted.keys(), ...there.keys()])].filter(
  (path) => wanted.get(path) !== there.get(path),
);
for (const path of missing) console.error(`${path} is missing: every page shows an example`);
if (missing.length > 0) process.exitCode = 1;
if (process.argv.includes("--check")) {
  for (const path of different.sort())
    console.error(`docs/terraform/${path} differs from what the schema and the examples give`);
  if (different.length > 0) {
    console.error("Run: node packages/terraform-provider/scripts/generate-docs.mjs");
    process.exitCode = 1;
  }
} else if (different.length > 0) {
  rmSync(target, { recursive: true, force: true });
  for (const [path, text] of wanted) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
}

#!/usr/bin/env node
// Writes docs/cdktf/api: what the package exports, from its TSDoc, a page for each folder of src. The generated classes
// (`l1`, `spectrocloud`) are left out.
//
//   node scripts/generate-api-docs.mjs            write the pages
//   node scripts/generate-api-docs.mjs --check    exit 1 when the pages differ from what would be written
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Application, ReflectionKind } from "typedoc";

const packageDir = resolve(import.meta.dirname, "..");
const target = resolve(packageDir, "../../docs/cdktf/api");

/** The folders of src, in the order of the index. */
const TITLES = {
  cluster: "Cluster profiles",
  app: "App profiles",
  system: "System profiles",
  layers: "Layers and tiers",
  variables: "Profile variables",
  values: "Values",
  profile: "What all profiles share",
  references: "References",
  providers: "The provider",
  aspects: "Aspects",
};

async function exported() {
  const app = await Application.bootstrap({
    entryPoints: [join(packageDir, "src/index.ts")],
    tsconfig: join(packageDir, "tsconfig.json"),
    basePath: packageDir,
    disableGit: true,
    sourceLinkTemplate: "{path}",
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeProtected: true,
    // The build tells of errors.
    skipErrorChecking: true,
    logLevel: "Error",
  });
  const project = await app.convert();
  return project.getChildrenByKind(ReflectionKind.Class | ReflectionKind.Interface);
}

const folderOf = (type) => type.sources[0].fileName.split("/").at(-2);
const byName = (a, b) => (a.name < b.name ? -1 : 1);
const linkTo = (type, page) => `${page === folderOf(type) ? "" : `${folderOf(type)}.md`}#${type.name.toLowerCase()}`;
const prose = (parts = []) =>
  parts
    .map(({ text }) => text)
    .join("")
    .trim();
const cell = (text) => text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");

function table(heads, rows) {
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
  return [[line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n")];
}

/** What a comment says, without its example. */
function said(comment) {
  const throws = (comment?.blockTags ?? []).filter(({ tag }) => tag === "@throws");
  return [prose(comment?.summary), ...throws.map(({ content }) => `An error ${prose(content)}.`)]
    .filter((text) => text !== "")
    .map((text) => text.replace(/([^.:!?])$/, "$1."))
    .join(" ");
}

const tagged = (comment, name) => comment?.blockTags.find(({ tag }) => tag === name)?.content;
/** TypeDoc takes a default for code, and ours are often words. */
const unfenced = (text) => text.replace(/^```ts\n([\s\S]*)\n```$/, "$1");

function defaultOf({ comment, flags }) {
  if (!flags.isOptional) return "required";
  const text = unfenced(prose(tagged(comment, "@default")));
  if (text === "") return "";
  return text.startsWith("- ") ? text.slice(2) : `\`${text}\``;
}

/** Markdown of a type or a signature, in which our own types lead to where they are told of. */
function code(text, types, page) {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("*", "\\*").replaceAll("_", "\\_");
  const linked = escaped.replace(/\b[A-Z]\w+/g, (word) => {
    const type = types.get(word);
    return type === undefined ? word : `[${word}](${linkTo(type, page)})`;
  });
  return `<code>${linked}</code>`;
}

const plainType = (type) => String(type).replace(/^undefined \| | \| undefined$/g, "");
const parameters = ({ parameters: all = [] }) =>
  all
    .map((each) => {
      const optional = each.flags.isOptional || each.defaultValue !== undefined;
      return `${each.flags.isRest ? "..." : ""}${each.name}${optional ? "?" : ""}: ${plainType(each.type)}`;
    })
    .join(", ");

/** The properties, accessors and methods of a class or of an interface with behaviour. */
function members(type, types, page) {
  const owner = ({ flags }) => (flags.isStatic ? `${type.name}.` : "");
  const values = type.getChildrenByKind(ReflectionKind.Property | ReflectionKind.Accessor).map((each) => {
    const read = each.getSignature ?? each;
    return [code(`${owner(each)}${each.name}: ${plainType(read.type)}`, types, page), said(read.comment)];
  });
  const methods = type
    .getChildrenByKind(ReflectionKind.Method)
    .flatMap((each) => each.signatures.map((signature) => [each, signature]))
    .map(([each, signature]) => [
      code(`${owner(each)}${each.name}(${parameters(signature)}): ${signature.type}`, types, page),
      said(signature.comment),
    ]);
  return table(["Member", "Description"], [...values, ...methods]);
}

function properties(type, types, page) {
  const rows = type
    .getChildrenByKind(ReflectionKind.Property)
    .toSorted((a, b) => Number(a.flags.isOptional) - Number(b.flags.isOptional))
    .map((each) => [`\`${each.name}\``, code(plainType(each.type), types, page), defaultOf(each), said(each.comment)]);
  return table(["Property", "Type", "Default", "Description"], rows);
}

function section(type, types, page) {
  const isClass = type.kind === ReflectionKind.Class;
  const bases = [...(type.extendedTypes ?? []), ...(type.implementedTypes ?? [])].map(String);
  const ours = bases.filter((name) => types.has(name));
  const made = type.getChildrenByKind(ReflectionKind.Constructor)[0]?.signatures[0];
  const example = tagged(type.comment, "@example");
  const isProps = !isClass && !/^I[A-Z]/.test(type.name);
  return [
    `## ${type.name}`,
    said(type.comment),
    ...(isClass && ours.length > 0
      ? [
          `It is ${ours.map((name) => `${/^[AEIOU]/.test(name) ? "an" : "a"} ${code(name, types, page)}`).join(" and ")}.`,
        ]
      : []),
    ...(example === undefined ? [] : [prose(example)]),
    ...(made === undefined || type.flags.isAbstract
      ? []
      : [`${code(`new ${type.name}(${parameters(made)})`, types, page)} ${said(made.comment)}`.trim()]),
    ...(isProps ? properties(type, types, page) : members(type, types, page)),
  ].join("\n\n");
}

function pages(all) {
  const types = new Map(all.map((type) => [type.name, type]));
  const made = new Map();
  const rows = [];
  for (const [folder, title] of Object.entries(TITLES)) {
    const own = all.filter((type) => folderOf(type) === folder).sort(byName);
    if (own.length === 0) continue;
    const sections = own.map((type) => section(type, types, folder));
    made.set(`${folder}.md`, `# ${title}\n\n${sections.join("\n\n")}\n`);
    const listed = own.filter(({ kind }) => kind === ReflectionKind.Class).map((type) => code(type.name, types, ""));
    rows.push([`[${title}](${folder}.md)`, listed.join(", ")]);
  }
  const untold = all.filter((type) => !(folderOf(type) in TITLES)).map(({ name }) => name);
  if (untold.length > 0) throw new Error(`No page for ${untold.join(", ")}: give TITLES the folder`);
  const index = [
    "# API reference of the CDKTF constructs",
    "All that `@palette-profiles/cdktf` and `@palette-profiles/cdktn` export, but for the generated classes in `l1` and `spectrocloud`.",
    ...table(["Page", "Classes"], rows),
    "This is generated from the sources: `node packages/cdktf/scripts/generate-api-docs.mjs`.",
  ];
  return made.set("index.md", `${index.join("\n\n")}\n`);
}

const wanted = pages(await exported());
const present = new Map(
  (existsSync(target) ? readdirSync(target) : []).map((name) => [name, readFileSync(join(target, name), "utf8")]),
);
const names = [...new Set([...wanted.keys(), ...present.keys()])].sort();
const different = names.filter((name) => wanted.get(name) !== present.get(name));
if (process.argv.includes("--check")) {
  for (const name of different) console.error(`docs/cdktf/api/${name} differs from what the sources say`);
  if (different.length > 0) console.error("Run: node packages/cdktf/scripts/generate-api-docs.mjs");
  process.exitCode = different.length > 0 ? 1 : 0;
} else if (different.length > 0) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of wanted) writeFileSync(join(target, name), text);
}

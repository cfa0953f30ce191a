import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { ValuesSource } from "@palette-profiles/profiles";
import type { Command } from "commander";
import { UserError } from "../failure";

interface TypesFlags {
  registry?: string;
  values?: string;
  out?: string;
  json?: boolean;
}

/** `palette-profiles types PACK@TAG`: TypeScript types of a pack's values, or of those in a file. */
export function addTypes(program: Command): void {
  program
    .command("types")
    .description("write TypeScript types of a pack's values, for programs that give values as objects")
    .argument("[pack]", "the pack and its version, such as argo-cd@7.8.2; without a version, the newest")
    .option("--registry <name>", "the registry that holds the pack; default: the only one that has it")
    .option("--values <file>", "take the values from a file and ask no Palette; the pack only names the types")
    .option("--out <file>", "the declaration file to write, such as types/argo-cd.d.ts; without it, it is printed")
    .option("--json", "print what was written as JSON")
    .action(async (pack: string | undefined, flags: TypesFlags) => {
      const { valuesTypes } = await import("@palette-profiles/profiles");
      const source = flags.values === undefined ? await valuesOfPack(pack, flags) : valuesOfFile(flags.values, pack);
      const types = valuesTypes(source);
      if (types === undefined) throw new UserError(noTypes(source));
      const { type, text } = types;
      if (flags.out !== undefined) {
        mkdirSync(dirname(resolve(flags.out)), { recursive: true });
        writeFileSync(flags.out, text);
        process.stderr.write(`The types of the values of ${source.from} are in ${flags.out}: ${type}\n`);
      }
      if (flags.json === true) {
        const where = flags.out === undefined ? { text } : { out: flags.out };
        process.stdout.write(`${JSON.stringify({ of: source.from, type, ...where })}\n`);
      } else if (flags.out === undefined) process.stdout.write(text);
    });
}

function noTypes({ from, values }: ValuesSource): string {
  return values.trim() === ""
    ? `${from} has no values, so there is nothing to make types of`
    : `The values of ${from} are no YAML map, so there is nothing to make types of: check them with \`--values FILE\``;
}

function valuesOfFile(file: string, pack: string | undefined): ValuesSource {
  if (!existsSync(file)) throw new UserError(`${file} cannot be read: give a file of values in YAML`);
  const { name, tag } = pack === undefined ? { name: basename(file).replace(/\.[^.]*$/, "") } : packAndTag(pack);
  const from = pack === undefined ? basename(file) : [name, tag].filter(Boolean).join(" ");
  return { name, from, values: readFileSync(file, "utf8") };
}

/** `argo-cd@7.8.2`. */
function packAndTag(text: string): { name: string; tag?: string } {
  const [, name, tag] = /^([^@]+)(?:@([^@]+))?$/.exec(text) ?? [];
  if (name === undefined) throw new UserError(`"${text}" is no pack and version: write it as argo-cd@7.8.2`);
  return { name, ...(tag === undefined ? {} : { tag }) };
}

async function valuesOfPack(pack: string | undefined, { registry }: TypesFlags): Promise<ValuesSource> {
  if (pack === undefined)
    throw new UserError("Which pack is not said: write it as argo-cd@7.8.2, or give --values FILE");
  const { name, tag: version } = packAndTag(pack);
  const { palette } = await import("@palette-profiles/resources");
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const context = palette.configure({}, process.env);
  const source = palette.dataSources.find(({ type }) => type === "pack")!;
  const found = await source
    .read({ name, version, registryName: registry }, { context, signal: stop.signal })
    .catch((error: Error & { summary?: string }) => {
      const told = [error.summary, error.message].filter(Boolean).join(": ");
      throw new UserError(told.replaceAll("registry_name", "--registry"));
    });
  // What the data source has just asked for is still known: this asks nothing more.
  const uid = await context.lookups.projectUid(context.project, stop.signal);
  const at = { scope: { kind: "project" as const, uid }, signal: stop.signal };
  const versions = await context.lookups.packVersions(at, name, String(found.registryUid));
  const own = versions?.packValues?.find(({ packUid }) => packUid === found.id);
  return {
    name,
    from: `${name} ${found.resolvedVersion}`,
    values: own?.values ?? "",
    presets: own?.presets ?? [],
    rules: (own?.schema ?? []).flatMap(({ name: path, ...rule }) => (path ? { name: path, ...rule } : [])),
  };
}

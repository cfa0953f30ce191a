import { cp, mkdir, readFile, realpath, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const PACKAGES = join(__dirname, "../../packages");
const OURS = ["pulumi", "resources", "profiles", "resource-kit", "palette-api"];

interface Dependency {
  name: string;
  /** Where the package really lies. */
  at: string;
  /** The folder's name in packages/, for a package of ours. */
  ours?: string;
}

/** As npm and Yarn lay packages out: all in one `node_modules`, ours as copies since Node goes by real paths. */
export async function installHoisted(folder: string, only?: string): Promise<void> {
  for (const name of only === undefined ? OURS : [only]) {
    await copyOurs(name, join(folder, "node_modules/@palette-profiles", name));
    if (only !== undefined) continue;
    await linkDependencies(name, join(folder, "node_modules"));
  }
}

/** Links what a package of ours depends on into a `node_modules`, besides those that are ours too. */
export async function linkDependencies(name: string, modules: string): Promise<void> {
  for (const dependency of await dependenciesOf(name)) {
    if (dependency.ours === undefined) await link(dependency.at, join(modules, dependency.name));
  }
}

/** As pnpm lays them out: a store at the root, and at the program only links to what it names itself. */
export async function installInStore(root: string, program: string): Promise<void> {
  const inStore = (name: string) => join(root, `node_modules/.pnpm/@palette-profiles+${name}@0.1.0/node_modules`);
  for (const name of OURS) {
    const modules = inStore(name);
    await copyOurs(name, join(modules, "@palette-profiles", name));
    for (const { name: dependency, at, ours } of await dependenciesOf(name)) {
      await link(ours === undefined ? at : join(inStore(ours), "@palette-profiles", ours), join(modules, dependency));
    }
  }
  const [pulumi] = (await dependenciesOf("pulumi")).filter(({ name }) => name === "@pulumi/pulumi");
  await link(pulumi!.at, join(program, "node_modules/@pulumi/pulumi"));
  await link(
    join(inStore("pulumi"), "@palette-profiles/pulumi"),
    join(program, "node_modules/@palette-profiles/pulumi"),
  );
}

/** What npm would unpack, without what only the plugin and types need. */
async function copyOurs(name: string, to: string): Promise<void> {
  const from = join(PACKAGES, name);
  await cp(join(from, "package.json"), join(to, "package.json"), { recursive: true });
  await cp(join(from, "dist"), join(to, "dist"), {
    recursive: true,
    filter: (file) => !/\.test\.|\.map$|\.tsbuildinfo$|[/\\](testing|bundle)([/\\]|$)/.test(file.slice(from.length)),
  });
}

async function dependenciesOf(name: string): Promise<Dependency[]> {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    await readFile(join(PACKAGES, name, "package.json"), "utf8"),
  ) as Record<string, Record<string, string>>;
  return Promise.all(
    Object.keys({ ...dependencies, ...peerDependencies }).map(async (dependency) => {
      const at = await realpath(join(PACKAGES, name, "node_modules", dependency));
      return { name: dependency, at, ...(dirname(at) === PACKAGES ? { ours: basename(at) } : {}) };
    }),
  );
}

async function link(to: string, from: string): Promise<void> {
  await mkdir(dirname(from), { recursive: true });
  await symlink(to, from).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const PACKAGE = resolve(__dirname, "../../packages/cdktf");

interface Member {
  name: string;
  optional?: boolean;
  immutable?: boolean;
  overrides?: string;
  docs?: { summary?: string; default?: string };
  type?: TypeRef;
  parameters?: { name: string; type: TypeRef }[];
}
interface TypeRef {
  union?: unknown;
  collection?: { elementtype: TypeRef };
}
interface Type {
  name: string;
  /** Of a generated class: `l1.clusterProfile`. */
  namespace?: string;
  /** Whether it is props: an interface of data alone. */
  datatype?: boolean;
  docs?: { summary?: string };
  properties?: Member[];
  methods?: Member[];
}

let folder: string;
let output: string;
let types: Type[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "palette-jsii-"));
  cpSync(join(PACKAGE, "src"), join(folder, "src"), {
    recursive: true,
    filter: (path) => !/\.test\.|\.test-support\.|__snapshots__/.test(path),
  });
  for (const name of ["cdktf", "constructs", "@palette-profiles/profiles"]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(PACKAGE, "node_modules", name)), link);
  }
  const link = join(folder, "node_modules/@types/node");
  mkdirSync(dirname(link));
  symlinkSync(realpathSync(resolve(PACKAGE, "../../node_modules/@types/node")), link);
  const own = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({
      ...own,
      main: "src/index.js",
      types: "src/index.d.ts",
      author: { name: "Palette profiles" },
      repository: { type: "git", url: "https://example.com/palette-profiles.git" },
      // It is no jsii module, so each language's package has to bring it along.
      bundledDependencies: ["@palette-profiles/profiles"],
      jsii: { outdir: "dist", targets: {} },
    }),
  );
  output = await compile();
  const assembly = JSON.parse(readFileSync(join(folder, ".jsii"), "utf8"));
  types = Object.values<Type>(assembly.types).filter(({ namespace }) => namespace === undefined);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler prints; an error that holds it, where it ends with one. */
function compile(): Promise<string> {
  return new Promise((done, failed) => {
    // Words that are reserved elsewhere stand in the generated classes, whose names are Terraform's.
    const words = [require.resolve("jsii/bin/jsii"), "--silence-warnings", "reserved-word"];
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    const add = (part: Buffer) => {
      printed += part;
    };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.once("error", failed);
    child.once("close", (status) => (status === 0 ? done(printed) : failed(new Error(printed))));
  });
}

function hasUnion(type: TypeRef | undefined): boolean {
  return type !== undefined && (type.union !== undefined || hasUnion(type.collection?.elementtype));
}

test("The jsii compiler finds no error, so that other languages remain possible", () => {
  expect(output).toContain("Errors: 0");
  expect(types.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["ClusterProfile", "ClusterProfileProps", "IClusterProfile", "PaletteProvider"]),
  );
});

test("Nothing of ours is one of several types", () => {
  const found = types.flatMap((type) =>
    [...(type.properties ?? []), ...(type.methods ?? []).flatMap(({ parameters = [] }) => parameters)]
      .filter((each) => hasUnion(each.type))
      .map(({ name }) => `${type.name}.${name}`),
  );
  expect(found).toEqual([]);
});

test("No property can be set from outside", () => {
  const found = types.flatMap((type) =>
    (type.properties ?? [])
      .filter(({ immutable, overrides }) => immutable !== true && overrides === undefined)
      .map(({ name }) => `${type.name}.${name}`),
  );
  expect(found).toEqual([]);
});

test("Every type and member says what it is, and every optional property what it is by default", () => {
  const found = types.flatMap((type) => [
    ...(type.docs?.summary === undefined ? [type.name] : []),
    ...[...(type.properties ?? []), ...(type.methods ?? [])]
      .filter(({ docs, overrides }) => docs?.summary === undefined && overrides === undefined)
      .map(({ name }) => `${type.name}.${name}`),
    ...(type.properties ?? [])
      .filter(({ optional, docs }) => type.datatype && optional && docs?.default === undefined)
      .map(({ name }) => `${type.name}.${name}: @default`),
  ]);
  expect(found).toEqual([]);
});

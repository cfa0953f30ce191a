import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { installMirror, writeMirror } from "./install";
import { mirrorConfiguration } from "./install-configuration";

// The path holds what a shell would take for its own.
const folder = mkdtempSync(join(tmpdir(), `it's $\{a} $(b) -`));
const bundle = join(folder, "built.cjs");
const options = { mirror: join(folder, "mirror"), cliConfig: join(folder, "cfg/cli.tfrc"), bundle };
beforeAll(() => writeFileSync(bundle, "console.log(process.argv.slice(2).join())"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the provider lies where Terraform looks, and starts", () => {
  const { executable } = installMirror(options);
  expect(executable).toMatch(
    /mirror\/registry\.terraform\.io\/palette-profiles\/palette\/0\.1\.0\/[a-z]+_[a-z0-9]+\/terraform-provider-palette_v0\.1\.0$/,
  );
  expect(execFileSync(executable, ["a", "b c"], { encoding: "utf8" })).toBe("a,b c\n");
});

test("it lies where OpenTofu looks, too, and starts", () => {
  const { executable } = installMirror(options);
  const other = executable.replace("registry.terraform.io", "registry.opentofu.org");
  expect(execFileSync(other, ["a"], { encoding: "utf8" })).toBe("a\n");
});

test("no other file there can be taken for the provider", () => {
  const { executable } = installMirror(options);
  const names = readdirSync(dirname(executable));
  expect(names.filter((name) => /^terraform-provider-palette[_.]/.test(name))).toHaveLength(1);
  expect(names).toHaveLength(2);
});

test("what Terraform takes a checksum of does not depend on the machine", () => {
  const { executable } = installMirror(options);
  const text = readFileSync(executable, "utf8");
  expect(text).not.toContain(process.execPath);
  expect(text).not.toContain(folder);
});

test("the node that installed it is started, also through Terraform's link, and else the one on the PATH", () => {
  const { executable } = installMirror(options);
  writeFileSync(bundle, "console.log(process.execPath)");
  installMirror(options);
  const link = join(folder, "link");
  symlinkSync(dirname(executable), link);
  const started = join(link, basename(executable));
  const none = { encoding: "utf8", env: { PATH: "/usr/bin:/bin" } } as const;
  expect(execFileSync(started, none)).toBe(`${process.execPath}\n`);
  rmSync(join(options.mirror, "node"));
  const other = join(folder, "bin");
  mkdirSync(other);
  symlinkSync(process.execPath, join(other, "node"));
  expect(execFileSync(started, { encoding: "utf8", env: { PATH: `${other}:/usr/bin:/bin` } })).toBe(
    `${process.execPath}\n`,
  );
});

test("the configuration sends Terraform to the mirror for this provider alone", () => {
  const { cliConfig } = installMirror(options);
  const text = readFileSync(cliConfig, "utf8");
  expect(text).toContain(`path    = ${JSON.stringify(options.mirror)}`);
  expect(text.match(/"registry\.(terraform\.io|opentofu\.org)\/palette-profiles\/palette"/g)).toHaveLength(4);
});

test("the configuration can be had without a file, for a mirror whose path is told from here", () => {
  const { executable, cliConfig } = installMirror(options);
  expect(writeMirror({ mirror: options.mirror, bundle })).toBe(executable);
  expect(mirrorConfiguration(options.mirror)).toBe(readFileSync(cliConfig, "utf8"));
  expect(mirrorConfiguration("some/mirror")).toContain(JSON.stringify(join(process.cwd(), "some/mirror")));
});

test("doing it again writes nothing, and a newer bundle replaces the old one", () => {
  const { executable, cliConfig } = installMirror(options);
  const installed = join(dirname(executable), "provider.cjs");
  const before = [executable, cliConfig, installed].map((path) => statSync(path).ino);
  installMirror(options);
  expect([executable, cliConfig, installed].map((path) => statSync(path).ino)).toEqual(before);
  writeFileSync(bundle, "console.log('newer')");
  installMirror(options);
  expect(execFileSync(executable, { encoding: "utf8" })).toBe("newer\n");
});

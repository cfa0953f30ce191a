import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LIBRARIES } from "./cdktf-project";

const outdir = mkdtempSync(join(tmpdir(), "palette-hundred-"));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

test.each(LIBRARIES)("A hundred profiles of eight layers synthesise in under three seconds with %s", (library) => {
  const folder = join(outdir, library);
  const printed = execFileSync(process.execPath, [join(__dirname, "hundred-profiles.cjs"), library, folder]);
  expect(Number(printed)).toBeLessThan(3000);
  const { resource } = JSON.parse(readFileSync(join(folder, "stacks/platform/cdk.tf.json"), "utf8"));
  expect(Object.keys(resource.palette_cluster_profile)).toHaveLength(100);
});

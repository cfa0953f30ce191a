import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProject } from "./terraform";

const folder = mkdtempSync(join(tmpdir(), "palette-binaries-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  "Provider produced inconsistent result after apply",
  "Provider produced invalid plan",
  "Provider produced inconsistent final plan",
  "Provider returned invalid result object after apply",
])("a command that says %j fails its test, whatever the test looks for", async (words) => {
  const program = join(folder, "terraform");
  writeFileSync(program, `#!/bin/sh\n[ "$1" = init ] || echo "Error: ${words}" >&2\n`, { mode: 0o755 });
  const project = await createProject({}, program);
  await expect(project.plan()).rejects.toThrow(words);
  project.remove();
});

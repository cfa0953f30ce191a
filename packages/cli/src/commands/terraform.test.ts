import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mirrorConfiguration } from "@palette-profiles/terraform-provider";
import { Command } from "commander";
import { providerBundle } from "../assets";
import { addTerraform } from "./terraform";

jest.mock("../assets");

const folder = mkdtempSync(join(tmpdir(), "palette it's-"));
const [mirror, cliConfig] = [join(folder, "mirror"), join(folder, "cli.tfrc")];
const bundle = join(folder, "provider.cjs");
beforeAll(() => {
  writeFileSync(bundle, "");
  jest.mocked(providerBundle).mockReturnValue(bundle);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.restoreAllMocks());

async function install(...words: string[]): Promise<{ out: string; err: string }> {
  const [out, err] = (["stdout", "stderr"] as const).map((stream) => {
    const texts: unknown[] = [];
    jest.spyOn(process[stream], "write").mockImplementation((text) => texts.push(text) > 0);
    return texts;
  });
  const program = new Command().exitOverride();
  addTerraform(program);
  await program.parseAsync(["terraform", "install", "--mirror", mirror, ...words], { from: "user" });
  return { out: out!.join(""), err: err!.join("") };
}

test("without a file for it, the configuration is printed, and nothing else on stdout", async () => {
  const { out, err } = await install();
  expect(out).toBe(mirrorConfiguration(mirror));
  expect(err).toContain(mirror);
  expect(existsSync(cliConfig)).toBe(false);
});

test("with a file, the configuration is in it, and a line that a shell takes says how to use it", async () => {
  const { out, err } = await install("--cli-config", cliConfig);
  expect(readFileSync(cliConfig, "utf8")).toBe(mirrorConfiguration(mirror));
  expect(out).toContain(`export TF_CLI_CONFIG_FILE='${cliConfig.replace("'", "'\\''")}'\n`);
  expect(err).toBe("");
});

test("as JSON, everything that was written is told", async () => {
  const configuration = mirrorConfiguration(mirror);
  const executable = expect.stringMatching(/terraform-provider-palette_v[\d.]+$/) as string;
  const alone = await install("--json");
  expect(JSON.parse(alone.out)).toEqual({ mirror, executable, configuration });
  const { out } = await install("--json", "--cli-config", cliConfig);
  expect(JSON.parse(out)).toEqual({ mirror, executable, cliConfig, configuration });
});

import { execFile } from "node:child_process";

/** The `pulumi` command, asking nothing and telling everything as JSON. */
export async function runPulumi(
  args: readonly string[],
  directory: string,
  env: Readonly<Record<string, string>>,
): Promise<{ ok: boolean; stdout: string; stderr: string }> {
  const options = {
    cwd: directory,
    env: {
      ...process.env,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
      ...env,
    },
    maxBuffer: 64 * 1024 * 1024,
  };
  return await new Promise((resolve) => {
    execFile("pulumi", ["--non-interactive", ...args], options, (error, stdout, stderr) =>
      resolve({ ok: error === null, stdout, stderr }),
    );
  });
}

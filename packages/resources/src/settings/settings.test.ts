import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { DiagnosticError, UNKNOWN } from "@palette-profiles/resource-kit";
import { configure } from "./configure";
import { validateSettings } from "./validate";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "palette-settings-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refused(config: Record<string, unknown>, environment: Record<string, string> = {}): DiagnosticError {
  try {
    configure({ host: "palette.test", ...config }, environment);
  } catch (error) {
    if (error instanceof DiagnosticError) return error;
    throw error;
  }
  throw new Error("the settings were taken");
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe("retry_attempts", () => {
  it.each([-1, 21, 1.5, Number.NaN, "many", " ", true])("is refused as %p, with what to write", (retryAttempts) => {
    const { code, path, message } = refused({ retryAttempts });
    expect({ code, path }).toEqual({ code: "InvalidSetting", path: ["retryAttempts"] });
    expect(message).toContain("from 0 to 20");
    expect(validateSettings({ retryAttempts })).toMatchObject([{ severity: "error", path: ["retryAttempts"] }]);
  });

  it("is told by its variable's name where the environment gives it", () => {
    expect(refused({}, { SPECTROCLOUD_RETRY_ATTEMPTS: "often" }).message).toContain(
      'SPECTROCLOUD_RETRY_ATTEMPTS is "often"',
    );
  });

  it.each([undefined, 0, 20, "3", UNKNOWN])("is taken as %p", (retryAttempts) => {
    expect(validateSettings({ retryAttempts })).toEqual([]);
  });
});

describe("ca_file", () => {
  it("that is missing, holds none, or holds a broken one is refused, with its name", () => {
    const missing = join(folder, "none.pem");
    expect(refused({ caFile: missing }).message).toContain(`"${missing}" of ca_file`);
    expect(refused({ caFile: missing }).message).toContain("ENOENT");
    expect(refused({ caFile: folder }).message).toContain("EISDIR");
    expect(refused({ caFile: file("empty.pem", "hello") }).message).toContain("holds no certificate in PEM");
    const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    expect(refused({}, { SPECTROCLOUD_CA_FILE: file("broken.pem", broken) })).toMatchObject({
      path: ["caFile"],
      message: expect.stringContaining("number 1 of 1"),
    });
  });

  it("with a certificate is taken", () => {
    const cert = file("ca.pem", rootCertificates[0]!);
    expect(configure({ host: "palette.test", caFile: cert }, {}).client.url).toBe("https://palette.test");
  });
});

it.each(["ht tp:/x", "https://", "palette example.com"])("the host %p is refused, with what to write", (host) => {
  expect(refused({ host })).toMatchObject({ code: "InvalidSetting", path: ["host"] });
  expect(refused({ host: "" }, { SPECTROCLOUD_HOST: host }).message).toContain(
    `host (or SPECTROCLOUD_HOST) is ${JSON.stringify(host)}. Write a name such as api.spectrocloud.com`,
  );
});

it("a certificate that is not checked is warned of, wherever it is asked for", () => {
  expect(validateSettings({ ignoreInsecureTlsError: true })).toMatchObject([
    { severity: "warning", path: ["ignoreInsecureTlsError"], detail: expect.stringContaining("ca_file") },
  ]);
  expect(validateSettings({ ignoreInsecureTlsError: false })).toEqual([]);
  expect(validateSettings({ ignoreInsecureTlsError: UNKNOWN })).toEqual([]);
});

it("what a block of the official provider holds is taken, and changes nothing, which is told", () => {
  const block = { trace: true, featureFlag: { a: "true" }, featurePreview: { "immutable-clusterprofiles": "true" } };
  expect(configure({ host: "palette.test", ...block }, { SPECTROCLOUD_TRACE: "true" }).client.url).toBe(
    "https://palette.test",
  );
  expect(validateSettings(block)).toMatchObject([
    { severity: "warning", code: "NoEffect", path: ["trace"], detail: expect.stringContaining("TF_LOG") },
    { severity: "warning", code: "NoEffect", path: ["featureFlag"] },
    { severity: "warning", path: ["featurePreview"], summary: "feature_preview has no effect" },
  ]);
});

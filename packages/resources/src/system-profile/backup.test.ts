import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backupOf, backupText, saveBackup } from "./backup";
import type { LiveSystemProfile } from "./live";

const live: LiveSystemProfile = {
  uid: "u1",
  name: "enterprise",
  version: "1.0.0",
  cloud: "vsphere",
  description: undefined,
  layers: [
    {
      name: "kubernetes",
      type: "spectro",
      kind: "k8s",
      tag: "1.30.9",
      registryUid: "r",
      uid: "p",
      values: "a: 1\r\n# comment \nb: '{{ .spectro.system.cluster.name }}'\n  \n",
      manifests: [{ name: "m", uid: "m1", content: "kind: ConfigMap\n---\nkind: Secret\n\n" }],
    },
    {
      name: "empty",
      type: "manifest",
      kind: "addon",
      tag: "",
      registryUid: undefined,
      uid: "q",
      values: "",
      manifests: [],
    },
  ],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("reads back every letter of what it wrote", () => {
  expect(backupOf(backupText(live), "f").layers).toEqual(live.layers);
  expect(backupText(live)).toBe(backupText(structuredClone(live)));
});

it.each([
  ["a: [", "is not YAML"],
  ["just text", "does not hold the layers"],
  ["", "does not hold the layers"],
  ["profile: {name: x}\n", "does not hold the layers"],
  ["format: 2\nprofile: {name: x}\nlayers: []\n", "has the format 2"],
])("refuses %j and says why", (text, why) => {
  expect(() => backupOf(text, "file.yaml")).toThrow(`file.yaml ${why}`);
});

it("keeps an earlier file of the name, and lets only its owner read", async () => {
  const file = join(folder, "new", "layers.yaml");
  for (const text of ["one", "two", "three"]) await saveBackup(file, text);
  expect(readdirSync(join(folder, "new")).sort()).toEqual(["layers.yaml", "layers.yaml.1", "layers.yaml.2"]);
  expect(["", ".1", ".2"].map((end) => readFileSync(`${file}${end}`, "utf8"))).toEqual(["three", "one", "two"]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("says that a backup could not be written, and where to name another file", async () => {
  writeFileSync(join(folder, "plain"), "");
  const error = await saveBackup(join(folder, "plain", "layers.yaml"), "x").catch((each: unknown) => each);
  expect(error).toMatchObject({ code: "NoBackupWritten", path: ["backupFile"] });
  expect(String(error)).toContain("the system profile was left as it is");
});

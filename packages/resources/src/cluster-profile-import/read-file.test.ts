import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { valueOfFile } from "./read-file";

const folder = mkdtempSync(join(tmpdir(), "palette-import-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(text: string): string {
  const file = join(folder, "profile");
  writeFileSync(file, text);
  return file;
}

describe("a file of a profile", () => {
  it.each([
    ["JSON", '{ "a": "1" }'],
    ["JSON with a byte order mark", '\uFEFF{"a": "1"}'],
    ["YAML", '# A note.\na: "1"\n'],
  ])("is read as %s, whatever its name ends in", (_, text) => {
    expect(valueOfFile(fileOf(text))).toEqual({ a: "1" });
  });

  it("that is missing or a folder is refused with its path", () => {
    expect(() => valueOfFile(join(folder, "none.json"))).toThrow(/There is no file .*none\.json.*path\.module/s);
    expect(() => valueOfFile(folder)).toThrow(/cannot be read: it is a folder/);
  });

  it("with an error in it is refused with the line", () => {
    expect(() => valueOfFile(fileOf('{\n  "a": 1,\n  "b": [}\n}'))).toThrow(/profile, line 3, column \d+: /);
    expect(() => valueOfFile(fileOf("a: 1\nb: [1\n"))).toThrow(/profile, line \d+/);
    expect(() => valueOfFile(fileOf("a: 1\n---\nb: 2\n"))).toThrow(/profile: .*multiple documents/i);
  });
});

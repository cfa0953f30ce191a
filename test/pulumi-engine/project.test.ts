import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProject } from "./project";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "palette-project-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ["plainly", 'name: "one" # a comment\nruntime: nodejs\n', "."],
  ["with options of the runtime", "name: one\nruntime:\n  name: nodejs\n  options:\n    typescript: true\n", "."],
  ["with the program in a folder", "name: one\nruntime: nodejs\nmain: infra/stack\n", "infra/stack"],
])("a project is read that is written %s", (_, text, directory) => {
  writeFileSync(join(root, "Pulumi.yaml"), text);
  const rest = { typescript: true, plugins: {} };
  expect(readProject(root)).toEqual({ name: "one", root, directory: join(root, directory), ...rest });
});

test("a program without TypeScript need not load it", () => {
  writeFileSync(join(root, "Pulumi.yaml"), "name: one\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n");
  expect(readProject(root).typescript).toBe(false);
});

test("the folders of its plugins are read, whichever of name and path comes first", () => {
  const plugins = `plugins:
  providers:
    - name: palette
      path: ../plugin
    - path: "/elsewhere"
      name: other
  languages: []
`;
  writeFileSync(join(root, "Pulumi.yaml"), `name: one\nruntime: nodejs\n${plugins}config: {}\n`);
  expect(readProject(root).plugins).toEqual({ palette: join(root, "../plugin"), other: "/elsewhere" });
});

test("another runtime is refused", () => {
  writeFileSync(join(root, "Pulumi.yaml"), "name: one\nruntime: python\n");
  expect(() => readProject(root)).toThrow("not python");
});

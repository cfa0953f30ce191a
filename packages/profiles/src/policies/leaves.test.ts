import { pathSteps } from "../yaml/path";
import { leavesIn, leavesOf } from "./leaves";

const told = (text: string) => leavesOf(text).map(({ path, value }) => [path, value]);

test("leaves are told by the path that people write, lists by name where they have one", () => {
  const text = 'a:\n  b.c: 1\n  env:\n    - {name: X, value: "{{.spectro.var.x}}"}\n    - 012\n';
  expect(told(text)).toEqual([
    ['a["b.c"]', 1],
    ["a.env[name=X].name", "X"],
    ["a.env[name=X].value", "{{.spectro.var.x}}"],
    ["a.env[1]", "012"],
  ]);
  for (const { steps, path } of leavesOf(text)) expect(pathSteps(path)).toEqual(steps);
});

test("of several documents each is told by its name, with its kind", () => {
  const text = "kind: Service\nmetadata: {name: a}\n---\nkind: Deployment\nmetadata: {name: b}\nspec: {replicas: 1}\n";
  expect(leavesOf(text).find(({ key }) => key === "replicas")).toMatchObject({
    path: "Deployment b > spec.replicas",
    object: "Deployment",
    value: 1,
  });
});

test("what a change writes has its leaves where the change is, in texts inside of texts too", () => {
  const added = { ports: [80], image: { tag: "latest" } };
  expect(leavesIn(added, "Pod a > spec").map(({ path }) => path)).toEqual([
    "Pod a > spec.ports[0]",
    "Pod a > spec.image.tag",
  ]);
  expect(leavesIn("x", 'data["a.yaml"] > db.password')).toEqual([
    {
      steps: [{ key: "data" }, { key: "a.yaml" }, { key: "db" }, { key: "password" }],
      path: 'data["a.yaml"] > db.password',
      key: "password",
      value: "x",
    },
  ]);
});

test("a text that does not parse has none", () => {
  expect(leavesOf("a: [")).toEqual([]);
});

test("more texts than are kept are read just as well", () => {
  const values = Array.from({ length: 200 }, (_, index) => leavesOf(`a: ${index}`)[0]?.value);
  expect(values).toEqual(Array.from({ length: 200 }, (_, index) => index));
});

import { configOf } from "./config-of";
import { toyAttributes } from "./toy.test-support";

test("what only the backend gives and what equals its default are left out, also inside blocks", () => {
  const state = {
    id: "id-a",
    name: "a",
    kind: "plain",
    note: "",
    tags: [],
    parts: [{ name: "p", uid: "part-p" }],
    options: { loud: false },
  };
  expect(configOf(toyAttributes, state)).toEqual({
    name: "a",
    note: "",
    tags: [],
    parts: [{ name: "p" }],
    options: { loud: false },
  });
});

test("a value other than the default stays, and a list without blocks goes", () => {
  expect(configOf(toyAttributes, { name: "a", kind: "odd", parts: [] })).toEqual({ name: "a", kind: "odd" });
});

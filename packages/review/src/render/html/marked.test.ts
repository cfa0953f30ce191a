import fc from "fast-check";
import { marked } from "./marked";

const textOf = (before: string, after: string) => marked(before, after).map(({ text }) => text);

test("The part that differs is marked, by whole words", () => {
  expect(textOf("registry.example.com/api:1.4.0", "registry.example.com/api:1.5.0")).toEqual([
    "registry.example.com/api:1.<mark>4</mark>.0",
    "registry.example.com/api:1.<mark>5</mark>.0",
  ]);
  expect(textOf("argo-server", "argo-serving")).toEqual(["argo-<mark>server</mark>", "argo-<mark>serving</mark>"]);
  expect(textOf("a, b, c", "a, c")[1]).toBe("a, c");
});

test("Values with little in common are not marked", () => {
  expect(textOf("1", "2")).toEqual(["1", "2"]);
  expect(textOf("true", "something else")).toEqual(["true", "something else"]);
});

test("No character is lost, none is cut in half", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "-", "😀", "😁", "1"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [left, right] = textOf(before, after).map((each) => each.split(/<\/?mark>/));
      expect(left!.join("")).toBe(before);
      expect(right!.join("")).toBe(after);
      for (const piece of [...left!, ...right!]) expect(piece).toBe(Buffer.from(piece).toString());
    }),
    { numRuns: 300 },
  );
});

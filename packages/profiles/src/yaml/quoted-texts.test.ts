import { quotedTexts } from "./quoted-texts";

test("texts in quotes are found wherever they stand, and no others", () => {
  const text = 'a: "x \\"y\\"" # "no"\n"b": \'it\'\'s\'\nc: ["z", {d: "{{.spectro.var.t}}"}]\ne: |\n  "no"\n';
  expect(quotedTexts(text).map(({ value, start, end }) => [value, text.slice(start, end)])).toEqual([
    ['x "y"', '"x \\"y\\""'],
    ["b", '"b"'],
    ["it's", "'it''s'"],
    ["z", '"z"'],
    ["{{.spectro.var.t}}", '"{{.spectro.var.t}}"'],
  ]);
});

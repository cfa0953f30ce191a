import { parse } from "yaml";
import { yamlText } from "./yaml-text";

it.each([{ "<<": "" }, { a: { "": { "<<": "x" } } }, { "<<": { b: 1 } }, { a: ["<<"] }, { "0o7": "0o7" }])(
  "keeps a key or text that readers of YAML take for something else: %j",
  (value) => {
    for (const version of ["1.1", "1.2"] as const) expect(parse(yamlText(value), { version })).toEqual(value);
  },
);

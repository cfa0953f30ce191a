// biome-ignore-all lint/suspicious/noTemplateCurlyInString: formats of packs are written so.
import { parseSchema } from "./pack-schema";

const read = (expression: string) => parseSchema(`a.b:\n  schema: '${expression}'\n`)[0];

test.each<[string, Record<string, unknown>]>([
  ["{{ required }}", { required: true, readonly: false, type: "string", format: "" }],
  ["{{ readonly }}", { required: false, readonly: true, type: "string", format: "" }],
  ['{{ format "${number:[5000-5005]}" }}', { type: "number", format: "number:[5000-5005]", regex: "" }],
  ['{{ format "${list:[A, B]}" }}', { type: "list", listOptions: ["A", "B"] }],
  ['{{ required | format "${string:/^a{1,3}$/}" }}', { type: "string", required: true, regex: "^a{1,3}$" }],
  ['{{ format "${ipv4} - ${ipv4}" | hints "pool"}}', { type: "string", format: "${ipv4} - ${ipv4}", hints: ["pool"] }],
  [
    '{{ format "${string}, ${string:/size=\\d+/}" }}',
    { type: "string", format: "${string}, ${string:/size=\\d+/}", regex: "" },
  ],
  ['{{ hints "required by law" "twice" }}', { required: false, hints: ["required by law", "twice"] }],
])("the expression %s is read as Palette's docs explain it", (expression, told) => {
  expect(read(expression)).toMatchObject({ name: "a.b", ...told });
});

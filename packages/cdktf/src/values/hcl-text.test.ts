// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { hclText } from "./hcl-text";

test.each([
  ["plain words", "plain words"],
  ["^\\d+$", "^\\\\d+$"],
  ['say "yes"', 'say \\"yes\\"'],
  ['${jsonencode("a")} says "b"', '${jsonencode("a")} says \\"b\\"'],
  ['${f("}")}"', '${f("}")}\\"'],
  ['${f({ a = "\\"}" })}\\', '${f({ a = "\\"}" })}\\\\'],
  ['$${HOME} "%%{if}"', '$${HOME} \\"%%{if}\\"'],
  ['%{ if x }"y"%{ endif }', '%{ if x }\\"y\\"%{ endif }'],
  ["$ 5 % {\t🚀", "$ 5 % {\\t🚀"],
  ["${never closed", "${never closed"],
])("In quotes, %s is %s", (text, written) => {
  expect(hclText(text)).toBe(written);
});

test("Text of several lines stays readable, without the line that CDKTF adds", () => {
  expect(hclText('a: "1" # \\d\nb: ${x}\n')).toBe('a: "1" # \\d\nb: ${x}');
});

test.each([
  ["one line with its end", "kind: Role\n", "kind: Role\\n"],
  ["lines without an end", "a: 1\nb: 2", "a: 1\\nb: 2"],
  ["a line that would end the heredoc", "cat <<EOF\n  EOF\n", "cat <<EOF\\n  EOF\\n"],
  ["line ends of Windows", "a: 1\r\nb: 2\r\n", "a: 1\\r\\nb: 2\\r\\n"],
])("Quoted, since a heredoc would not give it back, is %s", (_, text, written) => {
  expect(hclText(text)).toBe(written);
});

test("What is no text is left to CDKTF", () => {
  expect([undefined, null, 5].map(hclText)).toEqual([undefined, null, 5]);
});

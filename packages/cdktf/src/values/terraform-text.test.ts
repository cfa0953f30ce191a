// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { Token } from "cdktf";
import { terraformText, terraformTexts } from "./terraform-text";

test("A text that looks like a Terraform template stays text", () => {
  expect(terraformText("echo ${HOME} %{if} $HOME 100%")).toBe("echo $${HOME} %%{if} $HOME 100%");
});

test("What the user escaped for another program keeps its own dollar signs", () => {
  expect(terraformText("$${HOME}")).toBe("$$${HOME}");
});

test("A token in a text is left alone", () => {
  const token = Token.asString({ ref: "x" });
  expect(terraformText(`url: https://${token}/\${PATH}`)).toBe(`url: https://${token}/$\${PATH}`);
});

test("A dollar sign before a token does not make text of it", () => {
  const token = Token.asString({ ref: "x" });
  expect(terraformText(`$${token} and ${token}$$${token} $`)).toBe(`\${"$"}${token} and ${token}\${"$$"}${token} $`);
});

test("Every string within a value is treated, and nothing else", () => {
  const list = Token.asList({ ref: "x" });
  const value = { a: ["${A}", 1, true, null, undefined], b: { c: "%{C}" }, list };
  expect(terraformTexts(value)).toEqual({ a: ["$${A}", 1, true, null, undefined], b: { c: "%%{C}" }, list });
});

import { Scalar, visit } from "yaml";
import { composeYaml } from "./compose";
import { hideTemplates } from "./templates";

/** A text in quotes: what it means, and where it stands. */
export interface QuotedText {
  value: string;
  start: number;
  end: number;
}

/** All texts in single or double quotes, keys too, in their order. */
export function quotedTexts(text: string): QuotedText[] {
  const found: QuotedText[] = [];
  for (const document of composeYaml(hideTemplates(text))) {
    visit(document, {
      Scalar: (_, { type, value, range }) => {
        if (range && (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE))
          found.push({ value: String(value), start: range[0], end: range[1] });
      },
    });
  }
  return found;
}

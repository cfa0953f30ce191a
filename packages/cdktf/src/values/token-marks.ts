import { randomUUID } from "node:crypto";

const MARK = `token-${randomUUID()}-`;
const MARKS = new RegExp(`${MARK}(\\d+)-`, "g");

/** Words that stand in YAML for what only Terraform knows. They need no quotes, wherever they stand. */
export class TokenMarks {
  private readonly meanings: string[] = [];

  /** The mark of a text, the same one each time. */
  of(meaning: string): string {
    const known = this.meanings.indexOf(meaning);
    return `${MARK}${known === -1 ? this.meanings.push(meaning) - 1 : known}-`;
  }

  isIn(text: string): boolean {
    return text.includes(MARK);
  }

  /** The text with what each mark stands for in its place. */
  replaced(text: string, write = (meaning: string) => meaning): string {
    return text.replace(MARKS, (_, index: string) => write(this.meanings[Number(index)]!));
  }
}

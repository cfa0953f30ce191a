import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shelfAttributes } from "../testing/shelf";
import { generatedFiles } from "./generated-files";
import { renderClass } from "./render-class";

test.each(generatedFiles().map(({ file, text }) => [file, text]))("%s is what the schema gives", (file, text) => {
  expect(readFileSync(join(__dirname, "..", file), "utf8")).toBe(text);
});

describe("a rendered class", () => {
  const text = renderClass({ resource: "Shelf", attributes: shelfAttributes });

  test("takes inputs at every depth, and nothing that only the backend gives", () => {
    expect(text).toContain("boxes?: pulumi.Input<pulumi.Input<ShelfBoxeArgs>[]>;");
    expect(text.slice(0, text.indexOf("export interface ShelfArgs"))).not.toContain("serial");
  });

  test("has every value as an output, the backend's id as uid", () => {
    expect(text).toContain("declare readonly uid: pulumi.Output<string>;");
    expect(text).toContain("declare readonly room: pulumi.Output<string>;");
    expect(text).toContain("declare readonly boxes: pulumi.Output<ShelfBoxe[] | undefined>;");
  });

  test("says on each property what a change does and what is hidden", () => {
    expect(text).toContain("   * Where it stands.\n   * A change replaces the resource.\n");
    expect(text).toContain("   * What is inside.\n   * Always a secret.\n");
    expect(text).toContain('"sensitive": [\n    "code",\n    "boxes.secret"\n  ]');
  });

  test("refuses two groups that would share a name", () => {
    const again = { ...shelfAttributes, box: shelfAttributes.boxes, boxs: shelfAttributes.boxes };
    expect(() => renderClass({ resource: "Shelf", attributes: again })).toThrow("ShelfBoxArgs");
  });
});

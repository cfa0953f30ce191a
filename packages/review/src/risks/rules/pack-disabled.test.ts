import { findings, messages } from "../risk.test-support";
import { packDisabled } from "./pack-disabled";

const layer = (uid: string) => ({ name: "nginx", tag: "1.10.0", uid });

test("A layer that moves to such a version is told with the version", () => {
  expect(findings(packDisabled, packDisabled.example)).toEqual([
    { layer: "nginx", path: "tag", message: "Palette says that nginx 1.10.0 is disabled." },
  ]);
});

test("A layer that had it before is a small risk, and one in another state or of which nobody asked is none", () => {
  const packStates = { a: "disabled", b: "deprecated" } as const;
  const side = (uid: string) => ({ packs: [layer(uid)] });
  expect(findings(packDisabled, { packStates, before: side("a"), after: side("a") })).toMatchObject([
    { severity: "low" },
  ]);
  expect(messages(packDisabled, [], [layer("b")], { packStates })).toEqual([]);
  expect(messages(packDisabled, [], [layer("a")])).toEqual([]);
});

import { UNKNOWN } from "../model/unknown";
import { guardSystemProfile } from "./system-profile";

test("where it may be changed there has to be a backup", () => {
  expect(guardSystemProfile({ allowUpdate: true }, {}, {})).toMatchObject([{ path: "backupFile" }]);
  expect(guardSystemProfile({ allowUpdate: true, backupFile: "b.yaml" }, {}, {})).toEqual([]);
  expect(guardSystemProfile({ allowUpdate: true, backupFile: UNKNOWN }, {}, {})).toEqual([]);
  expect(guardSystemProfile({ allowUpdate: false }, {}, {})).toEqual([]);
});

test("where stacks are listed it is in one of them", () => {
  const told = (stack?: string) => guardSystemProfile({}, { stacks: ["ops"] }, { stack }).map(({ message }) => message);
  expect(told("dev")).toEqual(['The stack "dev" may hold no system profile.']);
  expect([told("ops"), told()]).toEqual([[], []]);
});

import { UNKNOWN, withoutUnknown } from "./unknown";

it("leaves out what is unknown, attributes and elements alike, and keeps the rest", () => {
  const value = { id: UNKNOWN, tags: ["a", UNKNOWN], parts: [{ name: "p", uid: UNKNOWN }], none: null, no: false };
  expect(withoutUnknown(value)).toEqual({ tags: ["a"], parts: [{ name: "p" }], none: null, no: false });
});

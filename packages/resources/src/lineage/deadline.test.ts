import { parseDuration } from "./deadline";

describe("a duration", () => {
  it.each([
    ["90s", 90_000],
    ["20m", 1_200_000],
    ["1h30m", 5_400_000],
  ])("%s is %i ms", (text, ms) => {
    expect(parseDuration(text, "create")).toBe(ms);
  });

  it.each(["", "20", "m", "20 m", "1d", "-5s"])("%p is refused with what to write", (text) => {
    expect(() => parseDuration(text, "create")).toThrow(`timeouts.create is "${text}": write a number and a unit`);
  });
});

import { PALETTE_VERSIONS as SERVED } from "@palette-profiles/palette-server";
import { PALETTE_VERSIONS } from "./server-options";

test("The command offers the versions that the server has", () => {
  expect(PALETTE_VERSIONS).toEqual(SERVED);
});

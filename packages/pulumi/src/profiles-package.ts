/**
 * `@palette-profiles/profiles`, loaded when a program first needs it: with the YAML readers it is most of what importing
 * this package would cost, and a program that gives its values as text needs none of it.
 */
export function profilesPackage(): typeof import("@palette-profiles/profiles") {
  return require("@palette-profiles/profiles");
}

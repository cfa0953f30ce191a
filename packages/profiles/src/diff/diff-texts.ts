import { UNKNOWN } from "../model/unknown";
import { diffYaml } from "../yaml/diff";
import { fieldChange, leafChanges, type Owner, type ProfileChange, present, type YamlAttribute } from "./changes";

/** The changes between two YAML texts that a profile holds; says whether only formatting changed. */
export function diffTexts(
  owner: Owner,
  within: YamlAttribute,
  before: unknown,
  after: unknown,
): { changes: ProfileChange[]; formatting: boolean } {
  const left = present(before);
  const right = present(after);
  if (typeof left === "string" && typeof right === "string") {
    const { changes, formatting } = diffYaml(left, right);
    return { changes: leafChanges(owner, within, changes), formatting };
  }
  const changes = left === UNKNOWN && right === UNKNOWN ? [] : fieldChange(owner, "", left, right);
  return { changes: changes.map((change) => ({ ...change, within })), formatting: false };
}

import type { ReviewChange, Risk } from "../../model";
import type { Section } from "../../sections";
import { type ToldRisk, toldRisks } from "../told-risks";
import { partOf } from "./part-of";

/** A risk, told once for all the profiles that it is found in. */
export interface RiskGroup extends ToldRisk {
  /** Unique in the page. */
  id: string;
  /** The id of what it is found at in the page; undefined where that is not shown. */
  target?: string;
}

/** The risks of a section: of single changes, of parts (a layer, say), and of the profiles as such. */
export interface SectionRisks {
  changes: Map<ReviewChange, RiskGroup[]>;
  parts: Map<string, RiskGroup[]>;
  whole: RiskGroup[];
}

/** Equal risks of several profiles as one, in the order of the review. */
export function groupRisks(risks: readonly Risk[]): RiskGroup[] {
  return toldRisks(risks).map((told, at) => ({ ...told, id: `r${at + 1}` }));
}

/**
 * Puts each risk where it is found: at the change, else at its layer, manifest or variable, else at the first section of its
 * profile. Ids are those of `sectionId` and `changeId`.
 */
export function placeRisks(sections: readonly Section[], groups: readonly RiskGroup[]): SectionRisks[] {
  const placed = sections.map((): SectionRisks => ({ changes: new Map(), parts: new Map(), whole: [] }));
  const ofProfile = new Map<string, number[]>();
  const atPath = sections.map(({ changes }) => new Map(changes.map((change, at) => [pathKey(change), at])));
  const parts = sections.map(({ changes }) => new Set(changes.map(partOf)));
  sections.forEach(({ resources }, at) => {
    for (const resource of resources) push(ofProfile, profileKey(resource), at);
  });
  for (const group of groups) {
    for (const risk of group.risks) {
      const candidates = ofProfile.get(profileKey(risk)) ?? [];
      const path = pathKey(risk);
      const exact = candidates.find((at) => atPath[at]!.has(path));
      const near = exact ?? candidates.find((at) => parts[at]!.has(partOf(risk)));
      const at = near ?? candidates[0];
      if (at === undefined) continue;
      const [section, change] = [placed[at]!, atPath[at]!.get(path)];
      if (exact !== undefined) push(section.changes, sections[at]!.changes[change!]!, group);
      else if (near !== undefined && partOf(risk) !== "") push(section.parts, partOf(risk), group);
      else if (!section.whole.includes(group)) section.whole.push(group);
      group.target ??= exact === undefined ? sectionId(at) : changeId(at, change!);
    }
  }
  return placed;
}

export function sectionId(section: number): string {
  return `p${section + 1}`;
}

export function changeId(section: number, change: number): string {
  return `p${section + 1}c${change + 1}`;
}

function profileKey({ stack, address }: { stack?: string; address: string }): string {
  return JSON.stringify([stack, address]);
}

function pathKey(place: { layer?: string; manifest?: string; variable?: string; path?: string }): string {
  return JSON.stringify([partOf(place), place.path ?? ""]);
}

/** Groups come several times where several profiles of a section have them. */
function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

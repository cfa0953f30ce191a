import type { AppProfileModel } from "../model/app-profile";
import { type DeepFields, knownText } from "../model/unknown";
import { type Reference, references } from "../references";
import { APP_SYSTEM_REFERENCES, SYSTEM_REFERENCES } from "../references-system";
import { error, type Problem } from "../rules/problem";
import { nestingProblems } from "../rules/reference-places";
import { systemProblems } from "../rules/system-references";
import type { ProfileText } from "../rules/texts";
import { type KnownTier, knownTiers } from "./known-tiers";
import { outputProblems } from "./output-references";
import { PROPERTY_FIELDS, propertiesOf } from "./properties";
import { tierTable } from "./tier-table";
import { tierTexts } from "./tier-texts";

const SYSTEM = [...SYSTEM_REFERENCES, ...APP_SYSTEM_REFERENCES];
/** What Palette knows of an app goes by more names than the docs list: those of the pack's own inputs. */
const OF_THE_APP = /^(?:apptier|appprofile|appdeployment)\../;

/** V29, and V16 as far as it holds here: what the texts of an app profile refer to. */
export function checkTierReferences(profile: DeepFields<AppProfileModel>): Problem[] {
  const table = tierTable(profile);
  return knownTiers(profile).flatMap((known) =>
    [...tierTexts(known), ...propertyTexts(known)].flatMap((text) => {
      if (!text.text.includes(".spectro.")) return [];
      const found = references(text.text).filter(({ place }) => place !== "comment");
      const system = found.filter(({ kind, name }) => kind === "system" && !OF_THE_APP.test(name));
      return [
        ...outputProblems(text, found, known, table),
        ...variableProblems(text, found),
        ...systemProblems(text, system, SYSTEM),
        ...nestingProblems(text),
      ];
    }),
  );
}

/** Properties may hold references too; the values of sensitive ones are looked at, and never shown. */
function propertyTexts({ tier, index, label }: KnownTier): ProfileText[] {
  return PROPERTY_FIELDS.flatMap((field) =>
    propertiesOf(tier, field).flatMap(([name, value]): ProfileText[] => {
      const text = knownText(value);
      const what = `the property "${name}" of tier "${label}"`;
      return text === undefined
        ? []
        : [{ text, path: ["tiers", index, field, name], what, plural: false, kind: "values" }];
    }),
  );
}

function variableProblems({ path, what, plural }: ProfileText, found: readonly Reference[]): Problem[] {
  const told = new Set<string>();
  return found.flatMap(({ kind, name, line, column }) => {
    if (kind !== "var" || told.has(name)) return [];
    told.add(name);
    const message = `${what} ${plural ? "refer" : "refers"} to the profile variable "${name}" (line ${line}, column ${column}), but app profiles have no variables; use a macro, such as {{.spectro.macro.${name}}}, or write the value itself`;
    return [error("UndeclaredVariable", path, message, { line, column })];
  });
}

import type { ProfileModel } from "../model/profile";
import type { DeepFields } from "../model/unknown";
import { yamlErrors } from "../yaml/errors";
import { error, type Problem } from "./problem";
import { type ProfileText, profileTexts } from "./texts";

/** Values, overrides and manifests are YAML. */
export function checkYamlTexts(profile: DeepFields<ProfileModel>): Problem[] {
  return profileTexts(profile).flatMap(checkText);
}

/** One text may break in many places because of one slip, so only the first three are told. */
function checkText({ text, path, what, plural }: ProfileText): Problem[] {
  return yamlErrors(text)
    .slice(0, 3)
    .map(({ line, column, message, excerpt }) => {
      const place = `line ${line}, column ${column}`;
      const shown = excerpt === "" ? "" : `, at \`${excerpt}\``;
      const verb = plural ? "are" : "is";
      return error("InvalidYaml", path, `${what} ${verb} not valid YAML (${place}): ${message}${shown}`, {
        line,
        column,
      });
    });
}

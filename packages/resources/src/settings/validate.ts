import {
  type AnyValues,
  type Attribute,
  type Diagnostic,
  isUnknown,
  terraformName,
  toDiagnostic,
} from "@palette-profiles/resource-kit";
import { settingsAttributes } from "./attributes";
import { attemptsOf } from "./retries";

/** What can be told of the settings before anything is done with them. */
export function validateSettings(config: AnyValues): Diagnostic[] {
  const { retryAttempts, ignoreInsecureTlsError } = config;
  const found = idle(config);
  try {
    if (!isUnknown(retryAttempts)) attemptsOf(retryAttempts, "retry_attempts");
  } catch (error) {
    found.push(toDiagnostic(error));
  }
  if (ignoreInsecureTlsError === true) {
    found.push({
      severity: "warning",
      code: "InsecureTls",
      path: ["ignoreInsecureTlsError"],
      summary: "Palette's certificate is not checked",
      detail:
        "ignore_insecure_tls_error is true: whoever answers in Palette's place gets the API key and the profiles' secrets. Give the CA's certificate in ca_file (or SPECTROCLOUD_CA_FILE), and leave this out.",
    });
  }
  return found;
}

/** Engines themselves tell of no deprecated setting of a provider. */
function idle(config: AnyValues): Diagnostic[] {
  return Object.entries<Attribute>(settingsAttributes).flatMap(([name, attribute]): Diagnostic[] => {
    const { deprecated } = attribute;
    if (deprecated === undefined || config[name] === undefined) return [];
    const written = terraformName(name, attribute);
    const detail = `${written} is taken, and changes nothing. ${deprecated}`;
    return [{ severity: "warning", code: "NoEffect", path: [name], summary: `${written} has no effect`, detail }];
  });
}

import { type AnyValues, type Diagnostic, isUnknown, toDiagnostic } from "@palette-profiles/resource-kit";
import { attemptsOf } from "./retries";

/** What can be told of the settings before anything is done with them. */
export function validateSettings({ retryAttempts, ignoreInsecureTlsError }: AnyValues): Diagnostic[] {
  const found: Diagnostic[] = [];
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

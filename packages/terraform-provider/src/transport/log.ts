const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LEVELS)[number];

/**
 * Writes a JSON line that Terraform takes over into its own log. TF_LOG says from which level on (`JSON` means `TRACE`);
 * without it nothing is written. Values of attributes do not belong in a message: they may be secret.
 */
export function log(level: LogLevel, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
  if (LEVELS.indexOf(level) < threshold()) return;
  const line = {
    ...fields,
    "@level": level,
    "@message": message,
    "@module": "palette",
    "@timestamp": new Date().toISOString(),
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function threshold(): number {
  const wanted = (process.env.TF_LOG_PROVIDER || process.env.TF_LOG || "off").toLowerCase();
  if (wanted === "off") return LEVELS.length;
  return Math.max(0, (LEVELS as readonly string[]).indexOf(wanted));
}

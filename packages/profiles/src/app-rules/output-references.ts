import { nearest } from "../nearest";
import type { Reference } from "../references";
import { error, type Problem, type ProblemCode, warning } from "../rules/problem";
import type { ProfileText } from "../rules/texts";
import type { KnownTier } from "./known-tiers";
import type { TierTable } from "./tier-table";

const DEPLOYMENT = "$appDeploymentName";
/** The docs of some services write this before a tier's name; Palette's own samples do not. */
const DOCS_PREFIX = "database-";

interface Told {
  code: ProblemCode;
  severity: "error" | "warning";
  why: string;
}

/** V29: a tier uses outputs of tiers that stand before it, and outputs that they have. Each is told once a text. */
export function outputProblems(
  { path, what, plural }: ProfileText,
  found: readonly Reference[],
  user: KnownTier,
  table: TierTable,
): Problem[] {
  const told = new Set<string>();
  return found.flatMap((reference) => {
    const whole = [reference.deployment, reference.name, ...(reference.path ?? [])].filter(Boolean).join(".");
    if (reference.kind !== "app" || told.has(whole)) return [];
    told.add(whole);
    const { line, column } = reference;
    const start = `${what} ${plural ? "refer" : "refers"} to ".spectro.app.${whole}" (line ${line}, column ${column})`;
    return judge(reference, user, table).map(({ code, severity, why }) =>
      (severity === "error" ? error : warning)(code, path, `${start}, ${why}`, { line, column }),
    );
  });
}

function judge(reference: Reference, user: KnownTier, table: TierTable): Told[] {
  const { name, deployment } = reference;
  const output = reference.path?.join(".") ?? "";
  if (deployment?.toLowerCase() !== DEPLOYMENT.toLowerCase() || name === "" || output === "") {
    const right = `.spectro.app.${DEPLOYMENT}.${name || "TIER"}.${output || "OUTPUT"}`;
    return tell("InvalidTierReference", `which names no output of a tier; write {{${right}}}`);
  }
  const used = table.byName.get(name);
  if (!used) return table.complete ? unknownTier(name, user, table) : [];
  if (used.index === user.index) {
    const why = `which is an output of tier "${name}" itself: it is known only once that tier is deployed; take it from a tier before it, or write the value itself`;
    return tell("LaterTier", why);
  }
  if (used.index > user.index) {
    const why = `but tier "${name}" comes after tier "${user.label}", so that its outputs are not known yet; move tier "${name}" before "${user.label}"`;
    return tell("LaterTier", why);
  }
  return [...orderProblems(used, user), ...unknownOutput(output, used, table)];
}

function unknownTier(name: string, user: KnownTier, { byName }: TierTable): Told[] {
  const bare = name.startsWith(DOCS_PREFIX) ? name.slice(DOCS_PREFIX.length) : "";
  const meant = byName.get(bare);
  if (meant !== undefined && meant.index < user.index) {
    const why = `but no tier is named "${name}"; tier "${bare}" goes by its own name, without "${DOCS_PREFIX}"`;
    return [{ code: "UnknownTier", severity: "warning", why }];
  }
  const others = [...byName.keys()].filter((other) => other !== user.tier.name);
  const near = nearest(name, others).map((other) => `"${other}"`);
  const before = [...byName].filter(([, { index }]) => index < user.index).map(([other]) => `"${other}"`);
  const advice =
    near.length > 0
      ? `did you mean ${near.join(" or ")}?`
      : before.length > 0
        ? `before tier "${user.label}" stand ${before.join(", ")}`
        : `add it before tier "${user.label}", or write the value itself`;
  return tell("UnknownTier", `but no tier is named "${name}"; ${advice}`);
}

/** The list's order is the order of deployment; install orders that say otherwise contradict it. */
function orderProblems(used: KnownTier, user: KnownTier): Told[] {
  const [first, second] = [used.tier.installOrder ?? 0, user.tier.installOrder ?? 0];
  if (typeof first !== "number" || typeof second !== "number" || first <= second) return [];
  const why = `but tier "${used.label}" has the install order ${first} and tier "${user.label}" ${second}, so that it is deployed later; give tier "${used.label}" ${second} or less`;
  return tell("InstallOrderContradiction", why);
}

const FEW = 6;

function unknownOutput(output: string, used: KnownTier, table: TierTable): Told[] {
  const outputs = table.outputsOf(used);
  if (outputs === undefined) return [];
  if (outputs.includes(output)) {
    if (!output.startsWith("CONTAINER_SVC_EXTERNAL") || !table.isPrivate(used)) return [];
    const why = `which a container has only where its access is public, and that of tier "${used.label}" is private; use CONTAINER_SVC, or make it public`;
    return [{ code: "UnknownOutput", severity: "warning", why }];
  }
  const near = nearest(output, outputs).map((other) => `"${other}"`);
  const list = outputs.length <= FEW ? outputs.join(", ") : `${outputs.slice(0, FEW).join(", ")} and others`;
  const advice = near.length > 0 ? `did you mean ${near.join(" or ")}? It has ${list}` : `it has ${list}`;
  const why = `but tier "${used.label}" has no output "${output}"; ${advice}`;
  return [{ code: "UnknownOutput", severity: maySayMore(output, outputs, used) ? "warning" : "error", why }];
}

/** A pack of another version may have outputs that the docs do not list; what looks like a slip is one all the same. */
function maySayMore(output: string, outputs: readonly string[], { tier }: KnownTier): boolean {
  if (tier.type !== "operator-instance") return false;
  return !nearest(output, outputs).some((near) => !near.startsWith(output) && !output.startsWith(near));
}

function tell(code: ProblemCode, why: string): Told[] {
  return [{ code, severity: "error", why }];
}

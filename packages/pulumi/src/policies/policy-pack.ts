import {
  type Facts,
  type OptionSchema,
  type PolicyOptions,
  type SetRule,
  setRules,
  tellFinding,
} from "@palette-profiles/profiles";
import type { PolicyConfigSchema, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { kindOf } from "./kind-of";
import { plainProperties } from "./plain-properties";

export type { PolicyOptions } from "@palette-profiles/profiles";

/**
 * The rules as Pulumi policies, to put into a policy pack, with or without others. `pulumi preview --policy-pack-config`
 * and Pulumi's own policy groups set them further, by the same names.
 * @throws where an option names no rule.
 *
 * @example
 * ```ts
 * new PolicyPack("palette-profiles", {
 *   policies: policies({ "palette-required-tags": { enforcementLevel: "remediate", required: ["owner"], defaults: { owner: "platform" } } }),
 * });
 * ```
 */
export function policies(options: PolicyOptions = {}): ResourceValidationPolicy[] {
  return setRules(options).map(policyOf);
}

function policyOf({ code, rule, level, options }: SetRule): ResourceValidationPolicy {
  const optionsOf = (args: ResourceValidationArgs) => ({ ...options, ...args.getConfig() });
  const { remedy } = rule;
  return {
    name: code,
    description: rule.description,
    enforcementLevel: level,
    configSchema: schemaOf(rule.schema, options),
    validateResource: (args, report) => {
      const facts = factsOf(args);
      if (facts === undefined || !rule.kinds.includes(facts.kind)) return args.notApplicable("It is no such profile.");
      for (const finding of rule.check(plainProperties(args.props), optionsOf(args), facts)) {
        report(tellFinding(finding));
      }
    },
    ...(remedy === undefined
      ? {}
      : {
          remediateResource: (args) => {
            const facts = factsOf(args);
            if (facts === undefined || !rule.kinds.includes(facts.kind)) return undefined;
            const before = plainProperties(args.props);
            const after = remedy(before, optionsOf(args), facts);
            if (after === undefined) return undefined;
            for (const [name, value] of Object.entries(after)) write(args.props, name, before[name], value);
            return args.props;
          },
        }),
  };
}

/** Only what is new is written, so that secrets, and what else Pulumi has there, stay as they are. */
function write(properties: Record<string, unknown>, name: string, before: unknown, after: unknown): void {
  if (after === before) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    (properties[name] as unknown[]).push(...(after.slice(before.length) as unknown[]));
  } else properties[name] = after;
}

/** What is set in code is the default of what can be set from outside. */
function schemaOf(schema: object, options: object): PolicyConfigSchema {
  const defaults = options as Readonly<Record<string, object | boolean>>;
  const properties = Object.entries(schema).map(([name, option]: [string, OptionSchema]) => {
    const value = defaults[name];
    return [name, value === undefined ? option : { ...option, default: value }] as const;
  });
  return { properties: Object.fromEntries(properties) };
}

function factsOf({ type, urn, opts }: ResourceValidationArgs): Facts | undefined {
  const kind = kindOf(type);
  return kind === undefined ? undefined : { kind, protect: opts.protect, stack: urn.split(":")[2] };
}

import type { Kind } from "../scenarios/door";

/** What a text of a profile may differ in. */
export interface Text {
  /** The resource's name in the program. */
  label?: string;
  name?: string;
  /** What an update changes: a whole number. */
  size?: number;
  /** More attributes and blocks. */
  more?: string;
  /** What its layer or tier has in place of values that hold `size`. */
  inLayer?: string;
  /** More attributes of its layer or tier. */
  moreInLayer?: string;
}

/** A small profile of each kind, in Terraform's language. The seed of the system stories has what they need. */
export const hclOf: Readonly<Record<Kind, (text?: Text) => string>> = {
  cluster: ({ label = "it", name = "addons", size = 1, more = "", inLayer, moreInLayer = "" } = {}) => `
resource "palette_cluster_profile" "${label}" {
  name = "${name}"
  pack {
    name          = "nginx"
    tag           = "1.11.4"
    registry_name = "Public Repo"
    ${inLayer ?? `values = yamlencode({ charts = { nginx = { replicas = ${size} } } })`}
    ${moreInLayer}
  }
  ${more}
}
`,
  app: ({ label = "it", name = "shop", size = 1, more = "", inLayer, moreInLayer = "" } = {}) => `
resource "palette_app_profile" "${label}" {
  name = "${name}"
  pack {
    name   = "api"
    type   = "container"
    tag    = "1.0.2"
    ${inLayer ?? `values = yamlencode({ containerService = { image = "registry.example.com/api:${size}" } })`}
    ${moreInLayer}
  }
  ${more}
}
`,
  system: ({ label = "it", size = 1, more = "", inLayer, moreInLayer = "" } = {}) => `
resource "palette_system_profile" "${label}" {
  name         = "palette-enterprise"
  allow_update = true
  pack {
    name      = "kubernetes"
    ${inLayer ?? `overrides = yamlencode({ pack = { podCIDR = "100.${63 + size}.0.0/16" } })`}
    ${moreInLayer}
  }
  ${more}
}
`,
};

export const KINDS = ["cluster", "app", "system"] as const;

/** One profile of each kind. */
export const allKinds = (text: Text = {}): string => KINDS.map((kind) => hclOf[kind](text)).join("");

/** The same action for each of them. */
export const each = <T>(action: T): T[] => KINDS.map(() => action);

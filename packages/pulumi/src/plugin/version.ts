/** The package's version, as Pulumi asks for it before anything is loaded. */
export const VERSION = "0.1.0";

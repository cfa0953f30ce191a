/** The provider's version, as a mirror's folders and a configuration's constraints name it. */
export const PROVIDER_VERSION = "0.1.0";

export interface PaletteClient {
  host: string;
}
export function createClient(settings: { host: string; apiKey: string | undefined }): PaletteClient {
  return { host: settings.host };
}

import { serve } from "./serve";

void serve(async () => (await import("@palette-profiles/resources")).palette);

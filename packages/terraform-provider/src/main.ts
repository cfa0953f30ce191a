import { palette } from "@palette-profiles/resources";
import { serve } from "./serve";

void serve(palette);

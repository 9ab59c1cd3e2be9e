import { runOnEmbedded } from "./engines.ts";
import { suites } from "./suites.ts";

runOnEmbedded(suites);

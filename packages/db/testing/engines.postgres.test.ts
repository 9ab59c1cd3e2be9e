import { runOnPostgresql } from "./engines.ts";
import { suites } from "./suites.ts";

runOnPostgresql(suites);

import { runOnEmbedded } from "@shifan/db/testing";
import { cityTasksSuite } from "./city.suite.ts";
import { districtTasksSuite } from "./district.suite.ts";
import { supervisorsTasksSuite } from "./supervisors.suite.ts";

runOnEmbedded([districtTasksSuite, cityTasksSuite, supervisorsTasksSuite]);

import { procedureJourney } from "../src/procedure-journey.ts";

procedureJourney({ onPostgresql: false });

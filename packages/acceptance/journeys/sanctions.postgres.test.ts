import { sanctionJourney } from "../src/sanction-journey.ts";

sanctionJourney({ onPostgresql: true });

import fc from "fast-check";
import { type Applicant, stated } from "./applicant.ts";
import { countAround, mostly, mostlyTrue } from "./values.ts";

const yesNoFacts = [
  "info_open_system",
  "info_online_service",
  "info_online_offline_linkage",
  "tech_resource_organising",
  "tech_expert_db",
  "tech_project_db",
  "startup_guidance_ability",
  "startup_project_db",
  "startup_guide_book",
  "startup_hotline",
  "startup_gov_agency_service",
  "training_online",
  "training_offline",
  "training_evaluation",
];
const events = ["info_events", "tech_events", "startup_events"];
const allFunctions = ["info", "tech", "startup", "training"];

/** The four lines of Art. 7. Claiming all of them may be left out as a statement. */
export const serviceFunctions: fc.Arbitrary<Applicant> = fc
  .record({
    claimed: fc.option(fc.subarray(allFunctions), { nil: undefined, freq: 2 }),
    yesNo: fc.tuple(...yesNoFacts.map(() => mostlyTrue)),
    events: fc.tuple(...events.map(() => countAround(5, 40))),
    offline: countAround(60, 200),
    personTimes: countAround(1_000, 9_000),
    techQualification: mostly(["held"], ["none", "not_required"]),
    trainingQualification: mostly(["held"], ["none", "not_required"]),
    instruments: fc.boolean(),
    shared: fc.option(mostlyTrue, { nil: undefined, freq: 4 }),
  })
  .map((drawn) =>
    stated({
      claimed_functions: drawn.claimed,
      ...Object.fromEntries(yesNoFacts.map((fact, index) => [fact, drawn.yesNo[index]])),
      ...Object.fromEntries(events.map((fact, index) => [fact, drawn.events[index]])),
      info_offline_enterprises: drawn.offline,
      training_person_times: drawn.personTimes,
      tech_qualification: drawn.techQualification,
      training_qualification: drawn.trainingQualification,
      tech_has_large_instruments: drawn.instruments,
      // Without instruments there is nothing to share: the answer is no, or not given.
      tech_instruments_shared: drawn.instruments
        ? (drawn.shared ?? false)
        : drawn.shared === undefined
          ? undefined
          : false,
    }),
  );

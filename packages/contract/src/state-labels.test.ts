import {
  applicationMachine,
  certificationMachine,
  cityCheckMachine,
  complaintMachine,
  deliveryMachine,
  expertMachine,
  inspectionMachine,
  interpretationMachine,
  mandateMachine,
  noticeMachine,
  objectionMachine,
  obligationMachine,
  officeGroupMachine,
  organizationChangeMachine,
  packageMachine,
  reportMachine,
  reviewMachine,
  roundMachine,
  sanctionMachine,
  spotCheckDrawMachine,
  staffNoteMachine,
} from "@shifan/rules";
import { describe, expect, it } from "vitest";
import { titleStandings } from "./certifications.ts";
import { stateLabels } from "./state-labels.ts";

const machines = {
  applications: applicationMachine,
  rounds: roundMachine,
  reviews: reviewMachine,
  objections: objectionMachine,
  sanctions: sanctionMachine,
  // Those of the city have two states more than those of a district.
  inspections: { states: [...new Set([...inspectionMachine.states, ...cityCheckMachine.states])] },
  // How it stands on a day is told by the same words.
  certifications: { states: [...new Set([...certificationMachine.states, ...titleStandings])] },
  complaints: complaintMachine,
  experts: expertMachine,
  interpretations: interpretationMachine,
  mandates: mandateMachine,
  notices: noticeMachine,
  obligations: obligationMachine,
  organization_changes: organizationChangeMachine,
  packages: packageMachine,
  reports: reportMachine,
  spot_check_draws: spotCheckDrawMachine,
  office_groups: officeGroupMachine,
  staff_notes: staffNoteMachine,
  deliveries: deliveryMachine,
};

describe("what states are called", () => {
  it.each(Object.entries(machines))("every state of %s has its own words", (resource, { states }) => {
    const labels: Readonly<Record<string, string>> = stateLabels[resource as keyof typeof stateLabels];
    expect(Object.keys(labels).sort()).toEqual([...states].sort());
    expect(new Set(Object.values(labels)).size).toBe(states.length);
  });
});

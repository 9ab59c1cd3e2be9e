import { resourceAtAddress } from "@shifan/contract/labels";
/** waiting: somebody here has to do something; held: it stands still for a reason; quiet: over, or not begun. */
export type Tone = "waiting" | "going" | "good" | "bad" | "quiet" | "held";

const tones: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  applications: {
    draft: "quiet",
    submitted: "waiting",
    returned: "held",
    accepted: "going",
    surveyed: "going",
    recommended: "waiting",
    not_recommended: "bad",
    received: "going",
    reviewed: "going",
    proposed: "going",
    not_selected: "quiet",
    in_publicity: "going",
    objected: "held",
    certified: "good",
    rejected: "bad",
    withdrawn: "quiet",
    lapsed: "quiet",
  },
  rounds: {
    draft: "quiet",
    open: "good",
    in_review: "going",
    list_proposed: "going",
    in_publicity: "going",
    archived: "quiet",
    cancelled: "quiet",
  },
  reviews: { assigned: "waiting", scoring: "waiting", submitted: "good", recused: "quiet" },
  objections: {
    filed: "waiting",
    admitted: "held",
    under_inquiry: "held",
    upheld: "bad",
    inadmissible: "quiet",
    dismissed: "quiet",
    replied: "quiet",
  },
  sanctions: {
    proposed: "waiting",
    notified: "held",
    heard: "waiting",
    decided: "waiting",
    effective: "bad",
    served: "bad",
    published: "bad",
    dropped: "quiet",
    reinstatement_decided: "waiting",
    reinstated: "good",
  },
  inspections: {
    planned: "going",
    notified: "going",
    carried_out: "going",
    heard: "going",
    closed: "good",
    called_off: "quiet",
  },
  certifications: { valid: "good", cancelled: "bad", revoked: "bad", expired: "quiet", not_yet_valid: "quiet" },
  obligations: { due: "waiting", done: "good", not_applicable: "quiet" },
  complaints: { open: "waiting", replied: "going", closed: "quiet" },
  reports: { drafted: "quiet", sent_to_district: "waiting", forwarded: "going", received: "good" },
  packages: { drafted: "waiting", sent: "going", received: "good" },
  organization_changes: { reported: "waiting", accepted: "good", refused: "quiet" },
  office_groups: { connected: "good", disconnected: "quiet" },
  experts: { active: "good", retired: "quiet" },
  notices: { draft: "waiting", published: "good", superseded: "quiet" },
  interpretations: { draft: "waiting", issued: "good", superseded: "quiet" },
};

/** The colour of a state. @param resource as in the address */
export function toneOf(resource: string, state: string): Tone {
  return tones[resourceAtAddress(resource)]?.[state] ?? "going";
}

import { refusal } from "../refusals.ts";
import type { ApplicationGuard } from "./context.ts";

export const reasonedOverUncheckedMaterials: ApplicationGuard = ({ uncheckedMaterials, hasReasons }) =>
  uncheckedMaterials.length > 0 && !hasReasons
    ? refusal("materials_unchecked", { materials: uncheckedMaterials })
    : null;

/** Whoever has an interest in a case judges no part of it (第四条). */
export const freeOfConflict: ApplicationGuard = ({ panel }) =>
  panel !== null && panel.conflicted.length > 0 ? refusal("conflict_of_interest", { experts: panel.conflicted }) : null;

/** An odd number, so that a vote decides, and no fewer than the policy asks for. */
export const enoughExperts: ApplicationGuard = ({ panel }) =>
  panel !== null && panel.assigned >= panel.minimum && panel.assigned % 2 === 1
    ? null
    : refusal("experts_not_enough", { assigned: panel?.assigned ?? 0, minimum: panel?.minimum ?? 0 });

export const allScored: ApplicationGuard = ({ panel }) =>
  panel !== null && panel.submitted === panel.assigned
    ? null
    : refusal("reviews_incomplete", { submitted: panel?.submitted ?? 0, assigned: panel?.assigned ?? 0 });

export const spreadDiscussed: ApplicationGuard = ({ panel }) =>
  panel !== null && panel.spread >= panel.spreadToDiscuss && !panel.isDiscussed
    ? refusal("spread_undiscussed", { spread: panel.spread, most: panel.spreadToDiscuss })
    : null;

/** Who is proposed changes only while the list is being drawn up: the round's state is in the way, not the case's. */
export const listIsOpen: ApplicationGuard = ({ round }) =>
  round.state === "in_review" ? null : refusal("wrong_state", { state: round.state, waits: "list" });

/** One objection that was upheld decides; the case is not certified whatever else is still open. */
export const noObjectionUpheld: ApplicationGuard = ({ publicity }) =>
  publicity !== null && publicity.upheldObjections > 0 ? refusal("objection_upheld") : null;

export const noObjectionOpen: ApplicationGuard = ({ publicity }) =>
  publicity !== null && publicity.openObjections > 0
    ? refusal("objection_open", { count: publicity.openObjections })
    : null;

/** The last day lasts until its 24:00. */
export const publicityHasEnded: ApplicationGuard = ({ publicity, today }) =>
  publicity !== null && today <= publicity.endsOn ? refusal("publicity_not_ended", { day: publicity.endsOn }) : null;

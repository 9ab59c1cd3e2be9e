import type { User } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { DayCell } from "../cells/cells.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { Rows } from "../pages/related.tsx";
import { useMe } from "../shell/use-me.ts";
import { standingOf } from "./periods.ts";
import { usersTexts as texts } from "./texts.ts";

type StandIn = User["standIns"][number];

/** The acts on one stand-in: their button stands at it. */
export const standInActs = ["end-stand-in"];

/** Who acts for whom from which day to which: for this person, and this person for others. */
export function StandIns({ record }: { record: User & Tagged }) {
  const today = useMe()?.today ?? "";
  return (
    <Rows
      rows={record.standIns.toReversed()}
      columns={[
        { label: texts.officer, cell: ({ officer }) => <Person {...{ record }} person={officer} /> },
        { label: texts.standIn, cell: ({ standIn }) => <Person {...{ record }} person={standIn} /> },
        { label: labels.from, cell: ({ from }) => <DayCell day={from} /> },
        { label: labels.until, cell: ({ until }) => <DayCell day={until} /> },
        { label: labels.standing, cell: (standIn) => texts.standings[standingOf(standIn, today)] },
        { label: texts.acts, cell: (standIn) => <ActsOfStandIn {...{ record, standIn, today }} /> },
      ]}
    />
  );
}

function Person({ record, person }: { record: User; person: StandIn["officer"] }) {
  if (person.id === record.id) return person.name;
  return (
    <RecordLink resource="users" id={person.id}>
      {person.name}
    </RecordLink>
  );
}

function ActsOfStandIn({ record, standIn, today }: { record: User & Tagged; standIn: StandIn; today: string }) {
  const standing = standingOf(standIn, today);
  const isOpen = standing === "to_come" || standing === "running";
  // It is ended at the account of whom somebody acts for.
  const open = record.allowedActs.filter(
    (act) => standInActs.includes(act) && isOpen && standIn.officer.id === record.id,
  );
  if (open.length === 0) return null;
  return (
    <ActBar
      resource="users"
      record={{ ...record, allowedActs: open }}
      page={{
        grave: standInActs,
        additions: { "end-stand-in": { known: { standIn: standIn.id }, own: { standIn: null } } },
      }}
    />
  );
}

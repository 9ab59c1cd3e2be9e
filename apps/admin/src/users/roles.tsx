import Alert from "@mui/material/Alert";
import Typography from "@mui/material/Typography";
import type { User } from "@shifan/contract";
import { fieldLabels as labels, roleLabels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { DayCell, DistrictCell } from "../cells/cells.tsx";
import { Rows } from "../pages/related.tsx";
import { useDistrictNames } from "../policy/use-policy.ts";
import { useMe } from "../shell/use-me.ts";
import { standingOf } from "./periods.ts";
import { usersTexts as texts } from "./texts.ts";

type Grant = User["grants"][number];

/** The acts on one role: their buttons stand at the role. */
export const roleActs = ["hand-over", "end-role"];

/** What the person may do and may have done, each role with what can be done about it. */
export function Roles({ record }: { record: User & Tagged }) {
  const today = useMe()?.today ?? "";
  const newest = record.grants.toReversed();
  return (
    <Rows
      rows={newest}
      columns={[
        { label: labels.role, cell: ({ role }) => roleLabels[role] },
        { label: texts.district, cell: ({ district }) => <DistrictCell district={district} /> },
        { label: labels.from, cell: ({ from }) => <DayCell day={from} /> },
        { label: labels.until, cell: ({ until }) => (until === null ? texts.unlimited : <DayCell day={until} />) },
        { label: labels.standing, cell: (grant) => texts.standings[standingOf(grant, today)] },
        { label: texts.acts, cell: (grant) => <ActsOfRole {...{ record, grant, today }} /> },
      ]}
    />
  );
}

function ActsOfRole({ record, grant, today }: { record: User & Tagged; grant: Grant; today: string }) {
  const districts = useDistrictNames();
  const standing = standingOf(grant, today);
  const isOver = standing === "ended" || standing === "run_out";
  // Reviews are a person's own.
  const open = record.allowedActs.filter(
    (act) => roleActs.includes(act) && !isOver && !(act === "hand-over" && grant.role === "expert"),
  );
  if (open.length === 0) return null;
  const district = grant.district === null ? undefined : districts.get(grant.district);
  const name = [roleLabels[grant.role], district].filter((each) => each !== undefined).join("、");
  const naming = { known: { grant: grant.id }, own: { grant: null } };
  return (
    <ActBar
      resource="users"
      record={{ ...record, allowedActs: open }}
      page={{
        grave: ["end-role"],
        additions: {
          "hand-over": { ...naming, before: <Said lines={texts.beforeHandOver(record.name, name)} /> },
          "end-role": { ...naming, before: <Said lines={texts.beforeEnding(record.name, name)} /> },
        },
      }}
    />
  );
}

/** What an act brings, spelled out above its form. */
export function Said({ lines }: { lines: readonly string[] }) {
  return (
    <Alert severity="info" sx={{ my: 1 }}>
      {lines.map((line) => (
        <Typography variant="body2" key={line}>
          {line}
        </Typography>
      ))}
    </Alert>
  );
}

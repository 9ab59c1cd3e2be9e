import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import { InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { HistoryButton } from "../history/history-button.tsx";
import { Card } from "../pages/card.tsx";
import { Rows } from "../pages/related.tsx";
import { PageLoading, PageProblem } from "../states/page-states.tsx";
import { officeGroupsTexts as texts } from "./texts.ts";
import { useTrial } from "./trial.tsx";
import { type GroupRecord, useGroups } from "./use-groups.ts";

/** The groups in which offices are reminded: which has one, and what may be done about it. */
export default function OfficeGroupsPage() {
  const { data, error, isPending, refetch } = useGroups();
  if (error) return <PageProblem cause={error} onAgain={refetch} />;
  if (isPending) return <PageLoading />;
  const { groups, isAvailable } = data;
  return (
    <>
      <Typography component="h1" variant="h1" sx={{ mb: 1.5 }}>
        {texts.list}
      </Typography>
      {isAvailable ? null : (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          <AlertTitle>{texts.unavailable}</AlertTitle>
          {texts.unavailableLead}
        </Alert>
      )}
      <Card>
        <Typography variant="body2">{texts.lead}</Typography>
        {groups.some(({ allowedActs }) => allowedActs.includes("connect")) ? (
          <Typography variant="body2" sx={{ mt: 1 }}>
            {texts.howTo}
          </Typography>
        ) : null}
      </Card>
      <Card>
        <Rows
          label={texts.list}
          rows={groups}
          columns={[
            { label: labels.office, cell: ({ officeName }) => officeName, isShort: true },
            { label: texts.group, cell: ({ name }) => name ?? "—" },
            { label: labels.state, cell: (group) => <Standing group={group} />, isShort: true },
            {
              label: labels.connectedAt,
              cell: ({ connectedAt }) => (connectedAt === null ? "—" : <InstantCell instant={connectedAt} />),
              isShort: true,
            },
            { label: texts.acts, cell: (group) => <Acts group={group} isAvailable={isAvailable} /> },
          ]}
        />
      </Card>
    </>
  );
}

function Standing({ group: { state, isReached } }: { group: GroupRecord }) {
  if (state === null)
    return (
      <Typography variant="body2" color="textSecondary">
        {texts.none}
      </Typography>
    );
  return (
    <>
      <StateChip resource="office-groups" state={state} />
      {isReached === false ? (
        <Typography variant="body2" color="error" sx={{ mt: 0.5, whiteSpace: "normal" }}>
          {texts.lost}
        </Typography>
      ) : null}
    </>
  );
}

function Acts({ group, isAvailable }: { group: GroupRecord; isAvailable: boolean }) {
  const { id, officeName, name, state, allowedActs } = group;
  const { button, outcome } = useTrial(group);
  if (allowedActs.length === 0) return null;
  const before = <Typography sx={{ mb: 1 }}>{texts.of(officeName)}</Typography>;
  return (
    <>
      <Box sx={{ display: "flex", gap: 1, alignItems: "start" }}>
        <ActBar
          resource="office-groups"
          record={group}
          page={{
            grave: ["disconnect"],
            additions: { connect: { before, known: { name: name ?? "" } }, disconnect: { before } },
          }}
        />
        {state === "connected" && isAvailable ? button : null}
        {state === null ? null : <HistoryButton resource="office-groups" id={id} />}
      </Box>
      {outcome}
    </>
  );
}

import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Objection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { useQuery } from "@tanstack/react-query";
import { dataProvider } from "../api/data-provider.ts";
import { DayCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { noticesTexts as texts } from "./texts.ts";

const perPage = 50;

/** The objections to what a publicity lists, without who raised them; nothing for whoever does not handle them. */
export function NoticeObjections({ noticeId }: { noticeId: string }) {
  const mayRead = useMe()?.acts.objections?.includes("read") ?? false;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["objections", "of-notice", noticeId],
    queryFn: () =>
      dataProvider.getList<Objection>("objections", {
        pagination: { page: 1, perPage },
        sort: { field: "createdAt", order: "DESC" },
        filter: { noticeId },
      }),
    enabled: mayRead,
  });
  if (!mayRead) return null;
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={2} />;
  const left = (data.total ?? 0) - data.data.length;
  return (
    <Card title={texts.objections}>
      {data.data.length === 0 ? (
        <Typography color="textSecondary">{texts.noObjections}</Typography>
      ) : (
        <Table size="small" aria-label={texts.objections}>
          <TableHead>
            <TableRow>
              {[labels.platformName, labels.receivedOn, labels.state].map((name) => (
                <TableCell key={name}>{name}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.data.map(({ id, platformName, receivedOn, state }) => (
              <TableRow key={id}>
                <TableCell>
                  <RecordLink resource="objections" id={id}>
                    {platformName}
                  </RecordLink>
                </TableCell>
                <TableCell>
                  <DayCell day={receivedOn} />
                </TableCell>
                <TableCell>
                  <StateChip resource="objections" state={state} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {left > 0 ? <Typography variant="body2">{texts.objectionsLeft(left)}</Typography> : null}
    </Card>
  );
}

import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { ApplicationSummary } from "@shifan/contract";
import { fieldLabels } from "@shifan/contract/labels";
import { useQuery } from "@tanstack/react-query";
import { dataProvider } from "../../api/data-provider.ts";
import { DayCell, DistrictCell } from "../../cells/cells.tsx";
import { StateChip } from "../../cells/state-chip.tsx";
import { RecordLink } from "../../pages/record-link.tsx";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";

/** More than one organization has handed in, in all the years that are kept. */
const most = 50;

/** The other cases of the organization: an organization is its unified social credit code. */
export default function Related({ record }: { record: Case }) {
  const { id, organizationId } = record;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["applications", "of", organizationId],
    queryFn: () =>
      dataProvider.getList<ApplicationSummary>("applications", {
        pagination: { page: 1, perPage: most },
        sort: { field: "changedAt", order: "DESC" },
        filter: { organizationId },
      }),
  });
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const others = data.data.filter((each) => each.id !== id);
  return (
    <Box sx={{ p: 1.5 }}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        <RecordLink resource="organizations" id={organizationId}>
          {texts.ofOrganization}
        </RecordLink>
      </Typography>
      {others.length === 0 ? (
        <Typography color="textSecondary">{texts.noOthers}</Typography>
      ) : (
        <Table size="small" aria-label={texts.tabs.related}>
          <TableHead>
            <TableRow>
              <TableCell>{fieldLabels.year}</TableCell>
              <TableCell>{fieldLabels.state}</TableCell>
              <TableCell>{fieldLabels.district}</TableCell>
              <TableCell>{fieldLabels.receivedOn}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {others.map(({ id: other, year, state, district, receivedOn }) => (
              <TableRow key={other}>
                <TableCell>
                  <RecordLink resource="applications" id={other}>
                    {texts.year(year)}
                  </RecordLink>
                </TableCell>
                <TableCell>
                  <StateChip resource="applications" state={state} />
                </TableCell>
                <TableCell>
                  <DistrictCell district={district} />
                </TableCell>
                <TableCell>
                  <DayCell day={receivedOn} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  );
}

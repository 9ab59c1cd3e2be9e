import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { Recommendation } from "@shifan/contract";
import { labelInForm, fieldLabels as labels } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { Card } from "../pages/card.tsx";
import { day, district, Facts, instant } from "../pages/facts.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { LetterLinks } from "./letter-links.tsx";
import { recommendationTexts as texts } from "./texts.ts";

const form = "recommendations/create";

/** One letter of a district, with the cases that it recommends in their order. */
export default function RecommendationPage() {
  return (
    <RecordPage<Recommendation & Tagged> title={({ documentNumber }) => texts.title(documentNumber)}>
      {(record) => (
        <>
          <Card title={texts.letter}>
            <Facts
              facts={[
                district(labels.district, record.district),
                day(labelInForm(form, "issuedOn"), record.issuedOn),
                instant(labels.createdAt, record.createdAt),
              ]}
            />
            <Box sx={{ mt: 1 }} className="no-print">
              <LetterLinks id={record.id} />
            </Box>
          </Card>
          <Card title={texts.applications}>
            <Table size="small" aria-label={texts.applications}>
              <TableHead>
                <TableRow>
                  <TableCell>{labels.rank}</TableCell>
                  <TableCell>{labels.organizationName}</TableCell>
                  <TableCell>{labels.opinion}</TableCell>
                  <TableCell>{labelInForm(form, "reasons")}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {record.applications
                  .toSorted((left, right) => left.rank - right.rank)
                  .map(({ applicationId, organizationName, rank, opinion, reasons }) => (
                    <TableRow key={applicationId}>
                      <TableCell>{rank}</TableCell>
                      <TableCell>
                        <RecordLink resource="applications" id={applicationId}>
                          {organizationName}
                        </RecordLink>
                      </TableCell>
                      <TableCell>{opinion}</TableCell>
                      <TableCell>{reasons ?? "—"}</TableCell>
                    </TableRow>
                  ))}
              </TableBody>
            </Table>
          </Card>
        </>
      )}
    </RecordPage>
  );
}

import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Notice } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DistrictCell } from "../cells/cells.tsx";
import { Card } from "../pages/card.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { useMe } from "../shell/use-me.ts";
import { noticesTexts as texts } from "./texts.ts";

/** Whom a notice lists; of a certification with the numbers of the certificates. */
export function NoticeCases({ record: { kind, cases } }: { record: Notice }) {
  const readsCases = useMe()?.acts.applications?.includes("read") ?? false;
  if (kind === "general") return null;
  const hasNumbers = kind === "certification";
  const columns = [
    texts.position,
    labels.organizationName,
    labels.platformName,
    labels.platformType,
    labels.district,
    ...(hasNumbers ? [labels.certificateNumber] : []),
  ];
  return (
    <Card title={texts.cases}>
      {cases.length === 0 ? (
        <Typography color="textSecondary">{texts.noCases}</Typography>
      ) : (
        <Table size="small" aria-label={texts.cases}>
          <TableHead>
            <TableRow>
              {columns.map((name) => (
                <TableCell key={name}>{name}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {cases.map((each) => (
              <TableRow key={each.applicationId}>
                <TableCell>{each.position}</TableCell>
                <TableCell>
                  {readsCases ? (
                    <RecordLink resource="applications" id={each.applicationId}>
                      {each.organizationName}
                    </RecordLink>
                  ) : (
                    each.organizationName
                  )}
                </TableCell>
                <TableCell>{each.platformName}</TableCell>
                <TableCell>{texts.types[each.platformType] ?? "—"}</TableCell>
                <TableCell>
                  <DistrictCell district={each.district} />
                </TableCell>
                {hasNumbers ? <TableCell>{each.certificateNumber ?? "—"}</TableCell> : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

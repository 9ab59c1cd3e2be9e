import Typography from "@mui/material/Typography";
import type { Notice } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DistrictCell } from "../cells/cells.tsx";
import { Card } from "../pages/card.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import type { RowColumn } from "../pages/row-columns.tsx";
import { RowsOf } from "../pages/rows.tsx";
import { useMe } from "../shell/use-me.ts";
import { noticesTexts as texts } from "./texts.ts";

/** Whom a notice lists; of a certification with the numbers of the certificates. */
export function NoticeCases({ record: { kind, cases } }: { record: Notice }) {
  const readsCases = useMe()?.acts.applications?.includes("read") ?? false;
  if (kind === "general") return null;
  const hasNumbers = kind === "certification";
  const columns: RowColumn<Notice["cases"][number]>[] = [
    { label: texts.position, cell: ({ position }) => position, isFigure: true, share: 0.5 },
    {
      label: labels.organizationName,
      cell: ({ applicationId, organizationName }) =>
        readsCases ? (
          <RecordLink resource="applications" id={applicationId}>
            {organizationName}
          </RecordLink>
        ) : (
          organizationName
        ),
      share: 2.5,
    },
    { label: labels.platformName, cell: ({ platformName }) => platformName, share: 2.5 },
    { label: labels.platformType, cell: ({ platformType }) => texts.types[platformType] ?? "—", isShort: true },
    { label: labels.district, cell: ({ district }) => <DistrictCell district={district} />, share: 1.5 },
    ...(hasNumbers
      ? [
          {
            label: labels.certificateNumber,
            cell: ({ certificateNumber }: Notice["cases"][number]) => certificateNumber ?? "—",
            isShort: true,
            share: 1.5,
          },
        ]
      : []),
  ];
  return (
    <Card title={texts.cases}>
      {cases.length === 0 ? (
        <Typography color="textSecondary">{texts.noCases}</Typography>
      ) : (
        <RowsOf rows={cases} columns={columns} label={texts.cases} keyOf={({ applicationId }) => applicationId} />
      )}
    </Card>
  );
}

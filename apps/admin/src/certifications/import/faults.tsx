import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import { Problem } from "@shifan/contract/client";
import { Rows } from "../../pages/related.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { placeOfCell } from "./place-of-cell.ts";
import { importTexts as texts } from "./texts.ts";

/** The server names no more. */
const most = 100;

/** Why a workbook cannot be entered: cell by cell, or as a whole. */
export function Faults({ cause, onAgain }: { cause: unknown; onAgain?: () => void }) {
  if (!(cause instanceof Problem) || cause.errors.length === 0) return <ProblemNote cause={cause} onAgain={onAgain} />;
  return (
    <>
      <Alert severity="warning" sx={{ mb: 1 }}>
        <AlertTitle>{texts.faults(cause.errors.length)}</AlertTitle>
        {texts.faultsLead}
        {cause.errors.length < most ? null : texts.mostFaults}
      </Alert>
      <Rows
        rows={cause.errors.map(({ path, code, message, cell }) => ({
          id: `${path} ${code} ${cell}`,
          message,
          ...placeOfCell(cell),
        }))}
        columns={[
          { label: texts.sheet, cell: ({ sheet }) => sheet },
          { label: texts.place, cell: ({ place }) => <span style={{ whiteSpace: "nowrap" }}>{place}</span> },
          { label: texts.problem, cell: ({ message }) => message },
        ]}
      />
    </>
  );
}

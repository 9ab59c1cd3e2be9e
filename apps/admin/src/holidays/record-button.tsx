import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useMe } from "../shell/use-me.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { readYear, type YearRecord } from "./use-years.ts";

const RecordDialog = lazy(() => import("./record-dialog.tsx"));

/** Opens a year for entry or correction as it is this moment, for whoever may. */
export function RecordButton({ year, label, isMain = false }: { year: number; label: string; isMain?: boolean }) {
  const queries = useQueryClient();
  const [record, setRecord] = useState<YearRecord | null>(null);
  const [cause, setCause] = useState<unknown>(null);
  if (!(useMe()?.acts.holidays ?? []).includes("record")) return null;
  const open = async () => {
    setCause(null);
    try {
      setRecord(
        await queries.fetchQuery({ queryKey: ["holidays", "year", year], queryFn: () => readYear(year), staleTime: 0 }),
      );
    } catch (caught) {
      setCause(caught);
    }
  };
  return (
    <>
      <Button variant={isMain ? "contained" : "outlined"} onClick={() => void open()}>
        {label}
      </Button>
      {cause === null ? null : <ProblemNote cause={cause} onAgain={() => void open()} />}
      {record === null ? null : (
        <Suspense fallback={null}>
          <RecordDialog record={record} onClose={() => setRecord(null)} />
        </Suspense>
      )}
    </>
  );
}

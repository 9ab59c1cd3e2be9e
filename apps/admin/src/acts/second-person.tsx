import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import type { SecondPerson } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { actTexts } from "./texts.ts";

/** Said before anything is begun: another person has to confirm, and whether there is one now. */
export function SecondPersonNote({ resource, act, recordId }: { resource: string; act: string; recordId?: string }) {
  const { data } = useQuery({
    queryKey: ["second-person", resource, act, recordId ?? ""],
    queryFn: async () => {
      const about = recordId === undefined ? "" : `?${new URLSearchParams({ record: recordId })}`;
      const path = `${pathOf("acts", resource, act, "second-person")}${about}`;
      return (await ask<SecondPerson>({ method: "GET", path })).body;
    },
  });
  if (data === undefined || data.act === null) return null;
  return (
    <Alert severity={data.isThere ? "info" : "warning"} sx={{ mb: 1 }}>
      <AlertTitle>{actTexts.second}</AlertTitle>
      {data.isThere ? actTexts.secondThere(data.label ?? "") : actTexts.secondMissing(data.label ?? "")}
    </Alert>
  );
}

import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import type { SecondPerson } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { actTexts } from "./texts.ts";

/** An act by its address, and the record in it; null where one is made. */
type About = { readonly resource: string; readonly act: string; readonly recordId: string | null };

/** Whether another person has to confirm, and whether there is one now. */
function useSecondPerson({ resource, act, recordId }: About): SecondPerson | undefined {
  return useQuery({
    queryKey: ["second-person", resource, act, recordId],
    queryFn: async () => {
      const about = recordId === null ? "" : `?${new URLSearchParams({ record: recordId })}`;
      const path = `${pathOf("acts", resource, act, "second-person")}${about}`;
      return (await ask<SecondPerson>({ method: "GET", path })).body;
    },
  }).data;
}

/** Said before anything is begun: another person has to confirm, and whether there is one now. Whoever confirms need not be told. */
export function SecondPersonNote(about: About) {
  const data = useSecondPerson(about);
  if (data === undefined || data.act === null || data.act === about.act) return null;
  return (
    <Alert severity={data.isThere ? "info" : "warning"} sx={{ mb: 1 }}>
      <AlertTitle>{actTexts.second}</AlertTitle>
      {data.isThere ? actTexts.secondThere(data.label ?? "") : actTexts.secondMissing(data.label ?? "")}
    </Alert>
  );
}

/** Said to whoever may not confirm what they have done themselves: whether there is a colleague who can. */
export function ColleagueNote(about: About) {
  const data = useSecondPerson(about);
  if (data === undefined) return null;
  return <>{data.isThere ? actTexts.colleagueThere : actTexts.colleagueMissing}</>;
}

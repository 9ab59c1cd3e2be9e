import type { StaffNote } from "@shifan/contract";
import type { UseQueryResult } from "@tanstack/react-query";
import type { GetListResult } from "ra-core";
import type { Tagged } from "../api/data-provider.ts";
import { useRelated } from "../pages/use-related.ts";
import { useMe } from "../shell/use-me.ts";

export const useMayReadNotes = () => (useMe()?.acts.staff_notes ?? []).includes("read");
export const useMayWriteNotes = () => (useMe()?.acts.staff_notes ?? []).includes("write");

/** The notes about a record, newest first; nothing is asked for whoever reads none. */
export function useNotes(resource: string, recordId: string): UseQueryResult<GetListResult<StaffNote & Tagged>> {
  const mayRead = useMayReadNotes();
  return useRelated<StaffNote>("staff-notes", mayRead ? { resource, recordId } : null);
}

import type { FileDescription } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { pathOf } from "../../../api/data-provider.ts";
import { ask } from "../../../api/server.ts";

/** What a file was called when it was uploaded; until that is known, and where it cannot be, what it is called here. */
export function FileName({ id, otherwise }: { id: string; otherwise: string }) {
  const path = pathOf("files", id);
  const { data } = useQuery({
    queryKey: ["file", path],
    queryFn: async () => (await ask<FileDescription>({ method: "GET", path })).body,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.name ?? otherwise;
}

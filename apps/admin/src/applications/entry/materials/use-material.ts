import type { ApplicationFindings, PutMaterial } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { pathOf } from "../../../api/data-provider.ts";
import { ask } from "../../../api/server.ts";

export type Material = ApplicationFindings["materials"][number];

/** How a material is there, as the server takes it: what is known of its scans goes with it. */
export function bodyOf({
  isOnPaper,
  fileIds,
  sealed,
}: Pick<Material, "isOnPaper" | "fileIds" | "sealed">): PutMaterial {
  const printed = (sealed?.files ?? []).flatMap(({ fileId, printed: print }) =>
    print === null || !fileIds.includes(fileId) ? [] : [{ fileId, shortCode: print.shortCode }],
  );
  return { isOnPaper, fileIds: [...fileIds], printed };
}

/** Says of a material how it is there. Whoever was faster is not overwritten: what they have put is fetched, and shown. */
export function useMaterial(applicationId: string, material: Material) {
  const queries = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [cause, setCause] = useState<unknown>(null);
  const present = useRef(material);
  present.current = material;
  const look = () => queries.invalidateQueries({ queryKey: ["applications", "part", applicationId] });

  /** @param change how it is to be, from how it is now */
  const put = async (change: (now: PutMaterial) => PutMaterial): Promise<boolean> => {
    const { id, revision } = present.current;
    setIsBusy(true);
    setCause(null);
    try {
      const path = pathOf("applications", applicationId, "materials", id);
      const body = change(bodyOf(present.current));
      await ask<unknown>({ method: "PUT", path, headers: { "if-match": `"${revision}"` }, body });
      return true;
    } catch (caught) {
      // Somebody else has put it otherwise: the same change is made to what they have put, once it is here.
      if (!(caught instanceof Problem && caught.status === 412)) setCause(caught);
      return false;
    } finally {
      await look();
      setIsBusy(false);
    }
  };
  return { isBusy, cause, put };
}

import type { ApplicationFindings, ApplicationFormView } from "@shifan/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { pathOf } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { usePart } from "../case/use-part.ts";
import type { Seen } from "./writing/written.ts";

/** How often it is looked what colleagues have written meanwhile. */
const lookEveryMs = 12_000;
/** The cross-checks read the whole form: they are asked once the typing rests. */
const checkAfterMs = 600;

/** The form as the server has it, looked after while it is open, and what the cross-checks say of it. */
export function useForm(id: string) {
  const queries = useQueryClient();
  const formKey = ["applications", "part", id, "form"];
  const form = useQuery({
    queryKey: formKey,
    queryFn: async () =>
      (await ask<ApplicationFormView>({ method: "GET", path: pathOf("applications", id, "form") })).body,
    refetchInterval: lookEveryMs,
  });
  const findings = usePart<ApplicationFindings>(id, "findings");
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const version = form.data?.dataVersion;
  const checkSoon = useCallback(() => {
    clearTimeout(timer.current);
    const key = ["applications", "part", id, "findings"];
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: key }), checkAfterMs);
  }, [queries, id]);
  useEffect(() => {
    if (version !== undefined) checkSoon();
  }, [version, checkSoon]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    form,
    findings,
    /** Puts a section in its place as a save has answered with it. */
    keepSection: (section: string, now: Seen) => {
      queries.setQueryData<ApplicationFormView>(formKey, (known) => {
        if (known === undefined || (known.sections[section]?.revision ?? 0) >= now.revision) return known;
        return { ...known, sections: { ...known.sections, [section]: { ...now, values: { ...now.values } } } };
      });
      checkSoon();
    },
    /** The form, and what is said of it, is another now. */
    look: () => {
      void queries.invalidateQueries({ queryKey: formKey });
      checkSoon();
    },
  };
}

import type { ApplicationFindings } from "@shifan/contract";
import { useMemo } from "react";
import { ActBar, type ActsOfPage } from "../../acts/act-bar.tsx";
import { placeOfCase } from "../../acts/places.ts";
import { assignmentAdditions } from "../panel/assignment-fields.tsx";
import { additionsOf } from "./act-fields.tsx";
import type { Case } from "./case.ts";
import { counterAdditions } from "./counter-acts.tsx";
import { usePart } from "./use-part.ts";

const acts: ActsOfPage = {
  main: ["accept", "complete-survey", "recommend", "receive", "assign-experts", "finish-review", "propose", "certify"],
  grave: ["return", "not-recommend", "send-back", "not-propose", "reject", "withdraw", "discard"],
  // Done beside what they are about: the verdict at its file, the dossier with the other papers, the survey on its tab.
  elsewhere: [
    "judge-material",
    "edit",
    "make-dossier",
    "draw-sample",
    "record-answer",
    "replace-sampled",
    "assess-operation",
  ],
};
const none: ApplicationFindings["materials"] = [];

/** What may be done to a case now; a return begins with what the officer has found wrong. */
export function CaseActs({ record }: { record: Case }) {
  const { data } = usePart<ApplicationFindings>(record.id, "findings");
  const materials = data?.materials ?? none;
  const page = useMemo(
    () => ({
      ...acts,
      additions: { ...assignmentAdditions, ...additionsOf(materials), ...counterAdditions(record) },
      placeOf: (code: string) => placeOfCase(record, code),
    }),
    [materials, record],
  );
  return <ActBar resource="applications" record={record} page={page} />;
}

import type { Inspection } from "@shifan/contract";
import { useEffect, useMemo } from "react";
import { useActDescription } from "../../acts/use-act-description.ts";
import type { Tagged } from "../../api/data-provider.ts";
import { initialValues } from "../../forms/values.ts";
import { Card } from "../../pages/card.tsx";
import { useMe } from "../../shell/use-me.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import type { Rated } from "../checklist-field.tsx";
import { keepFormOnDevice } from "./form-on-device.ts";
import type { VisitValues } from "./kept.ts";
import { visitTexts as texts } from "./texts.ts";
import { useKeptVisits } from "./use-visit.ts";
import { VisitForm } from "./visit-form.tsx";

function ratedOf({ checklist }: Inspection): readonly Rated[] {
  return checklist.flatMap(({ item, rating, remark }) => (rating === null ? [] : [{ item, rating, remark }]));
}

/** A finger writes better on glass than a mouse: there signing on the device is proposed. */
const isTouched = () => window.matchMedia("(pointer: coarse)").matches;

/** The result of an inspection, written on the spot or from a paper: kept on the device until the server has it. */
export function Visit({ record }: { record: Inspection & Tagged }) {
  const me = useMe();
  const description = useActDescription("inspections", "record");
  const held = useKeptVisits();
  const { data, error, isPending, refetch } = description;
  useEffect(() => {
    if (data !== undefined) keepFormOnDevice(data);
  }, [data]);
  const today = me?.today ?? "";
  const beginning = useMemo<VisitValues>(() => {
    const signatures = isTouched() ? { inspectors: null, unit: null, unsignedReason: "" } : null;
    const known = { carriedOutOn: today, inspectors: me?.user.name ?? "", checklist: ratedOf(record) };
    return { ...initialValues(data?.body ?? {}, known), fileIds: [], signatures };
  }, [data, record, today, me]);
  return (
    <Card title={texts.title}>
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending || held === null || me === undefined ? (
        error ? null : (
          <Loading />
        )
      ) : data === undefined ? null : (
        <VisitForm
          record={record}
          userId={me.user.id}
          description={data}
          beginning={beginning}
          held={held.get(record.id) ?? null}
        />
      )}
    </Card>
  );
}

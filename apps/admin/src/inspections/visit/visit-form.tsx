import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { Inspection } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { type FormEvent, useState } from "react";
import { actTexts } from "../../acts/texts.ts";
import type { DescribedAct } from "../../acts/use-act-description.ts";
import { WhatChanged } from "../../acts/what-changed.tsx";
import type { Tagged } from "../../api/data-provider.ts";
import { errorsByPointer } from "../../forms/errors.ts";
import { SchemaFields } from "../../forms/schema-fields.tsx";
import { bodyOf } from "../../forms/values.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import { ChecklistField, Inspected } from "../checklist-field.tsx";
import { outbox } from "./device.ts";
import { DiscardButton } from "./discard-button.tsx";
import type { VisitValues } from "./kept.ts";
import type { Held } from "./outbox.ts";
import { PhotosField } from "./photos-field.tsx";
import { ResultField } from "./result-field.tsx";
import { SignaturesField } from "./signatures-field.tsx";
import { visitTexts as texts } from "./texts.ts";
import { VisitStanding } from "./visit-standing.tsx";

const own = { checklist: ChecklistField, result: ResultField, fileIds: PhotosField, signatures: SignaturesField };

/** What is still to be signed on the device; null when nothing is. */
function lackOf({ signatures = null }: VisitValues): string | null {
  if (signatures === null) return null;
  if (signatures.inspectors === null) return texts.unsigned;
  return signatures.unit === null && signatures.unsignedReason.trim() === "" ? texts.unitMissing : null;
}

/** The form of a visit: one column, kept with every stroke. While it is on its way it stays as it is. */
export function VisitForm({
  record,
  userId,
  description: { body: schema, label, description: more, summary },
  beginning,
  held,
}: {
  record: Inspection & Tagged;
  userId: string;
  description: DescribedAct;
  beginning: VisitValues;
  held: Held | null;
}) {
  const [isTried, setIsTried] = useState(false);
  const values = held?.visit.values ?? beginning;
  const standing = held?.standing ?? null;
  const isOnItsWay = standing === "sending" || standing === "waiting";
  const errors = errorsByPointer(held?.cause instanceof Problem ? held.cause.errors : []);
  const go = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (lackOf(values) !== null) return;
    const { fileIds: _pictures, signatures: _signed, ...written } = values;
    if (held === null) void outbox.write(userId, record, values);
    void outbox.handOver(record.id, bodyOf(schema, written));
  };
  return (
    <Box component="form" onSubmit={go} noValidate aria-label={texts.title} sx={{ maxWidth: 960 }}>
      <Typography color="textSecondary">{`${actTexts.whatHappens}：${summary}。${more ?? ""}`}</Typography>
      <Typography color="textSecondary">{texts.lead}</Typography>
      <VisitStanding held={held} />
      {held?.present == null ? null : (
        <WhatChanged
          resource="inspections"
          before={held.visit.record}
          now={held.present}
          act="record"
          onGoOn={() => outbox.goOn(record.id)}
        />
      )}
      <Box component="fieldset" disabled={isOnItsWay} sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
        <Inspected value={record}>
          <SchemaFields
            {...{ schema, values, errors, own }}
            onChange={(next) => {
              if (!isOnItsWay) void outbox.write(userId, record, next as VisitValues);
            }}
          />
        </Inspected>
      </Box>
      <Box aria-live="polite">
        {held?.cause == null ? null : <ProblemNote cause={held.cause} />}
        {isTried ? <Typography color="error">{lackOf(values)}</Typography> : null}
      </Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ justifyContent: "flex-end", flexWrap: "wrap", pt: 2 }}>
        {held === null || isOnItsWay ? null : <DiscardButton id={record.id} />}
        {standing === "waiting" ? (
          <>
            <Button onClick={() => outbox.takeBack(record.id)}>{texts.changeAgain}</Button>
            <Button variant="contained" onClick={() => void outbox.sendWaiting()}>
              {texts.sendNow}
            </Button>
          </>
        ) : (
          <Button type="submit" variant="contained" disabled={isOnItsWay}>
            {actTexts.doIt(label)}
          </Button>
        )}
      </Stack>
    </Box>
  );
}

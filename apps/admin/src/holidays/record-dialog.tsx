import { useState } from "react";
import { ActFrame } from "../acts/act-frame.tsx";
import { performAct, useDone } from "../acts/perform.ts";
import { useActDescription } from "../acts/use-act-description.ts";
import { WhatChanged } from "../acts/what-changed.tsx";
import { DaysField, RecordedYear } from "./days-field.tsx";
import { holidaysTexts as texts } from "./texts.ts";
import { readYear, type YearRecord } from "./use-years.ts";

/** A year, entered from its notice or corrected: all of its days in the place of those on record. */
export default function RecordDialog({ record, onClose }: { record: YearRecord; onClose: () => void }) {
  const done = useDone();
  // The state that the person has seen: it changes only when they were shown what changed.
  const [seen, setSeen] = useState(record);
  const [present, setPresent] = useState<YearRecord | null>(null);
  const goOn = () => {
    setSeen(present ?? seen);
    setPresent(null);
  };
  return (
    <RecordedYear value={record.year}>
      <ActFrame
        description={useActDescription("holidays", "record")}
        label={texts.record(record.year)}
        additions={{
          known: { source: record.source ?? texts.usualNotice(record.year), days: record.days },
          own: { days: DaysField },
        }}
        above={present === null ? null : <WhatChanged before={seen} now={present} act="record" onGoOn={goOn} />}
        send={(body) => performAct({ resource: "holidays", record: seen, act: "record" }, body)}
        onAccepted={() => done("holidays", null)}
        onStale={() => void readYear(record.year).then(setPresent)}
        onClose={onClose}
      />
    </RecordedYear>
  );
}

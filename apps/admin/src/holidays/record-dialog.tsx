import { ActFrame } from "../acts/act-frame.tsx";
import { performAct, useDone } from "../acts/perform.ts";
import { useActDescription } from "../acts/use-act-description.ts";
import { useSeen } from "../acts/use-seen.tsx";
import { DaysField, RecordedYear } from "./days-field.tsx";
import { holidaysTexts as texts } from "./texts.ts";
import { readYear, type YearRecord } from "./use-years.ts";

/** A year, entered from its notice or corrected: all of its days in the place of those on record. */
export default function RecordDialog({ record, onClose }: { record: YearRecord; onClose: () => void }) {
  const done = useDone();
  const read = () => readYear(record.year);
  const { perform, above } = useSeen({ resource: "holidays", record, act: "record", read });
  return (
    <RecordedYear value={record.year}>
      <ActFrame
        description={useActDescription("holidays", "record")}
        label={texts.record(record.year)}
        additions={{
          known: { source: record.source ?? texts.usualNotice(record.year), days: record.days },
          own: { days: DaysField },
        }}
        above={above}
        send={(body) => perform((seen) => performAct({ resource: "holidays", record: seen, act: "record" }, body))}
        onAccepted={() => done("holidays", null)}
        onClose={onClose}
      />
    </RecordedYear>
  );
}

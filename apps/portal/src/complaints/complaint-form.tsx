import type { FileComplaint } from "@shifan/contract/client";
import { ChoiceField, TextField } from "../filing/field.tsx";
import { FilingForm } from "../filing/filing-form.tsx";
import { useFiling } from "../filing/use-filing.ts";
import { texts } from "../texts.ts";

const subjects: readonly FileComplaint["subject"][] = ["platform", "procedure", "staff"];

/**
 * The form by which anybody complains or tells what they have seen, all year (第十二条、第十六条).
 *
 * @param about the platform that it is about, where the reader comes from its page; null leaves it open
 */
export function ComplaintForm({ about }: { about: string | null }) {
  const initial = {
    subject: about === null ? "" : "platform",
    target: about ?? "",
    content: "",
    name: "",
    contact: "",
  };
  const filing = useFiling(about === null ? "complaint" : `complaint.${about}`, initial, (client, values, key) =>
    // Which of the three it is, is asked for by the form; whatever else is refused by the server.
    client.fileComplaint({ ...values, subject: values.subject as FileComplaint["subject"] }, key),
  );
  const { labels, hints, targets } = texts.complaint;
  const chosen = subjects.find((each) => each === filing.values.subject);
  return (
    <FilingForm
      filing={filing}
      labels={labels}
      privacy={texts.complaint.privacy}
      send={texts.complaint.send}
      again={texts.complaint.again}
    >
      <ChoiceField
        filing={filing}
        name="subject"
        label={labels.subject}
        choices={subjects.map((value) => ({ value, ...texts.complaint.subjects[value] }))}
      />
      <TextField
        filing={filing}
        name="target"
        label={chosen === undefined ? labels.target : targets[chosen].label}
        hint={chosen === undefined ? "" : targets[chosen].hint}
        most={200}
      />
      <TextField filing={filing} name="content" label={labels.content} hint={hints.content} most={10_000} isLong />
      <TextField filing={filing} name="name" label={labels.name} most={50} autoComplete="name" optional />
      <TextField
        filing={filing}
        name="contact"
        label={labels.contact}
        hint={hints.contact}
        most={100}
        autoComplete="tel"
        optional
      />
    </FilingForm>
  );
}

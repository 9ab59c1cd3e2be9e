import type { PublicNotice } from "@shifan/contract/client";
import { SelectField, TextField } from "../filing/field.tsx";
import { FilingForm } from "../filing/filing-form.tsx";
import { useFiling } from "../filing/use-filing.ts";
import { texts } from "../texts.ts";
import { ComplainInstead } from "./complain-instead.tsx";

const empty = { position: "", name: "", phone: "", content: "", evidence: "" };

/** The form by which anybody objects to one case of a running publicity (第十一条). */
export function ObjectionForm({ notice }: { notice: PublicNotice }) {
  const filing = useFiling(`objection.${notice.id}`, empty, (client, { position, ...words }, key) =>
    client.fileObjection(notice.id, { position: Number(position), ...words }, key),
  );
  const { labels, hints } = texts.objection;
  return (
    <FilingForm
      filing={filing}
      labels={labels}
      privacy={texts.objection.privacy}
      send={texts.objection.send}
      again={texts.objection.again}
      instead={(setback) =>
        setback.kind === "refused" && setback.code === "deadline_passed" ? <ComplainInstead /> : null
      }
    >
      <p>{texts.objection.lead}</p>
      <SelectField
        filing={filing}
        name="position"
        label={labels.position}
        choices={notice.cases.map(({ position, platformName }) => ({
          value: String(position),
          label: `${position}. ${platformName}`,
        }))}
      />
      <TextField filing={filing} name="name" label={labels.name} most={50} autoComplete="name" />
      <TextField filing={filing} name="phone" label={labels.phone} hint={hints.phone} most={50} autoComplete="tel" />
      <TextField filing={filing} name="content" label={labels.content} hint={hints.content} most={10_000} isLong />
      <TextField filing={filing} name="evidence" label={labels.evidence} hint={hints.evidence} most={10_000} isLong />
    </FilingForm>
  );
}

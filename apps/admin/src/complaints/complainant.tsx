import type { Complainant as ComplainantRead, Complaint } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { Facts, long, text } from "../pages/facts.tsx";
import { IdentityCard } from "../pages/identity-card.tsx";
import { complaintsTexts as texts } from "./texts.ts";

/** What was complained of and by whom. Of staff, the auditor's alone. */
export function Complainant({ complaint: { id, subject } }: { complaint: Complaint }) {
  const access = subject === "staff" ? "staff_complaints" : "complaints";
  return (
    <IdentityCard<ComplainantRead> access={access} resource="complaints" id={id}>
      {({ content, name, contact }) => (
        <Facts
          facts={[
            long(labels.content, content ?? texts.erased),
            text(texts.name, name ?? texts.notGiven),
            text(texts.contact, contact ?? texts.notGiven),
          ]}
        />
      )}
    </IdentityCard>
  );
}

import type { Objector as ObjectorRead } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { FilePreview } from "../files/file-preview.tsx";
import { Facts, long, text } from "../pages/facts.tsx";
import { IdentityCard } from "../pages/identity-card.tsx";
import { objectionsTexts as texts } from "./texts.ts";

/** Who objects and in what words, with the scan of the letter. */
export function Objector({ objectionId }: { objectionId: string }) {
  return (
    <IdentityCard<ObjectorRead> access="objections" resource="objections" id={objectionId}>
      {({ name, phone, content, evidence, fileIds }) => (
        <>
          <Facts
            facts={[
              text(texts.name, name),
              text(labels.phone, phone),
              long(labels.content, content),
              long(labels.evidence, evidence),
            ]}
          />
          {fileIds.map((id) => (
            <FilePreview key={id} id={id} />
          ))}
        </>
      )}
    </IdentityCard>
  );
}

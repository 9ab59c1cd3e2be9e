import type { User } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { ActsOfPage } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { instant, text, yesNo } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { invitationAdditions } from "./invitation.tsx";
import { usersTexts as texts } from "./texts.ts";

const acts: ActsOfPage = {
  grave: ["disable", "reset-second-factor", "end-role"],
  additions: { invite: invitationAdditions },
};

/** One account. */
export default function UsersPage() {
  return (
    <RecordPage<User & Tagged> title={(record) => record.name}>
      {(record) => (
        <>
          <ActsAndFacts
            resource="users"
            record={record}
            page={acts}
            title={texts.facts}
            facts={[
              text(labels.email, record.email),
              text(labels.kind, texts.kinds[record.kind]),
              yesNo(labels.hasPassword, record.hasPassword),
              yesNo(labels.hasSecondFactor, record.hasSecondFactor),
              instant(labels.createdAt, record.createdAt),
              instant(labels.disabledAt, record.disabledAt),
            ]}
          />
        </>
      )}
    </RecordPage>
  );
}

import type { User } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { ActsOfPage } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { instant, text, yesNo } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { invitationAdditions } from "./invitation.tsx";
import { Roles, roleActs, Said } from "./roles.tsx";
import { StandIns, standInActs } from "./stand-ins.tsx";
import { usersTexts as texts } from "./texts.ts";

const actsOf = ({ name }: User): ActsOfPage => ({
  elsewhere: [...roleActs, ...standInActs],
  grave: ["disable", "reset-second-factor"],
  additions: {
    invite: invitationAdditions,
    edit: { known: { name } },
    "stand-in": { before: <Said lines={texts.beforeStandIn(name)} /> },
    disable: { before: <Said lines={texts.beforeDisabling(name)} /> },
  },
});

/** One account: who it is, what they may do, who acts for them. */
export default function UsersPage() {
  return (
    <RecordPage<User & Tagged> title={(record) => record.name}>
      {(record) => (
        <>
          <ActsAndFacts
            resource="users"
            record={record}
            page={actsOf(record)}
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
          {record.kind === "staff" ? (
            <>
              <Card title={labels.grants}>
                <Roles record={record} />
              </Card>
              <Card title={texts.standIns}>
                <StandIns record={record} />
              </Card>
            </>
          ) : null}
        </>
      )}
    </RecordPage>
  );
}

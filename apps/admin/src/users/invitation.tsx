import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import type { UserInvited } from "@shifan/contract";
import type { ActFormAdditions } from "../acts/act-form.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { instantText } from "../texts/days.ts";
import { usersTexts as texts } from "./texts.ts";

/** An invitation answers with a link that nobody sees again: it stays until it is put away. */
export const invitationAdditions: ActFormAdditions = {
  outcome: (answer) => {
    const { user, invitation } = answer as UserInvited;
    return {
      record: user as Tagged,
      shown: (
        <Alert severity="success">
          <AlertTitle>{texts.invited(user.name)}</AlertTitle>
          {texts.handOver(instantText(invitation.expiresAt))}
          <p>
            <code style={{ overflowWrap: "anywhere" }}>{invitation.link}</code>
          </p>
        </Alert>
      ),
    };
  },
};

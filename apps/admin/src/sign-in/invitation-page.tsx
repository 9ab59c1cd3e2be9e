import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import { type FormEvent, useState } from "react";
import { ask } from "../api/server.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { Door } from "./door.tsx";
import { signInTexts } from "./texts.ts";

/** Takes up an invitation: the person chooses the password, and goes on to sign in. */
export default function InvitationPage({ token }: { token: string }) {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [cause, setCause] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const differs = again !== "" && again !== password;

  const accept = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setCause(null);
    try {
      const path = `/api/v1/invitations/${encodeURIComponent(token)}/accept`;
      await ask({ method: "POST", path, body: { password } });
      window.location.replace("/admin/");
    } catch (caught) {
      setCause(caught);
      setIsBusy(false);
    }
  };

  return (
    <Door title={signInTexts.invitation} lead={signInTexts.invitationLead}>
      <Stack component="form" onSubmit={accept} spacing={2} sx={{ pt: 1 }}>
        <TextField
          label={signInTexts.newPassword}
          type="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <TextField
          label={signInTexts.newPasswordAgain}
          type="password"
          autoComplete="new-password"
          required
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          error={differs}
          helperText={differs ? signInTexts.differs : ""}
        />
        {cause === null ? null : <ProblemNote cause={cause} />}
        <Button type="submit" variant="contained" size="large" disabled={isBusy || again !== password}>
          {signInTexts.setPassword}
        </Button>
      </Stack>
    </Door>
  );
}

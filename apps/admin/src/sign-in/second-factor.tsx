import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { signIn } from "../api/session.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { QrCode } from "./qr-code.tsx";
import { signInTexts } from "./texts.ts";

/** The secret of an otpauth address in groups of four, for whoever types it. */
function secretOf(uri: string): string {
  return (new URL(uri).searchParams.get("secret") ?? "").replaceAll(/(.{4})(?=.)/g, "$1 ");
}

/** Sets up the second factor: the app learns the secret, the person keeps the recovery codes, a first code proves it. */
export default function SecondFactor({ password, onDone }: { password: string; onDone: () => void }) {
  const [isKept, setIsKept] = useState(false);
  const [code, setCode] = useState("");
  const [cause, setCause] = useState<unknown>(null);
  // Asked for once: each asking makes another secret.
  const setup = useQuery({
    queryKey: ["second-factor"],
    queryFn: () => signIn.beginSecondFactor(password),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (setup.error) return <ProblemNote cause={setup.error} onAgain={setup.refetch} />;
  if (setup.isPending) return <Loading lines={4} />;
  const { totpUri, recoveryCodes } = setup.data;

  const verify = async (event: FormEvent) => {
    event.preventDefault();
    setCause(null);
    try {
      await signIn.withCode(code.trim());
      onDone();
    } catch (caught) {
      setCause(caught);
    }
  };

  return (
    <Stack component="form" onSubmit={verify} spacing={2}>
      <Typography>{signInTexts.scan}</Typography>
      <Box sx={{ textAlign: "center" }}>
        <QrCode text={totpUri} label={signInTexts.qrCode} />
        <Typography variant="body2" component="div">
          {signInTexts.orType} <code>{secretOf(totpUri)}</code>
        </Typography>
      </Box>
      <Alert severity="warning">{signInTexts.keepCodes}</Alert>
      <Box component="ul" aria-label={signInTexts.recoveryCodes} sx={{ columns: 2, m: 0, fontFamily: "monospace" }}>
        {recoveryCodes.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </Box>
      <Button variant="outlined" className="no-print" onClick={() => window.print()}>
        {signInTexts.print}
      </Button>
      <FormControlLabel
        control={<Checkbox checked={isKept} onChange={(_, checked) => setIsKept(checked)} />}
        label={signInTexts.kept}
      />
      <TextField
        label={signInTexts.code}
        required
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        slotProps={{ htmlInput: { inputMode: "numeric", maxLength: 6 } }}
      />
      {cause === null ? null : <ProblemNote cause={cause} />}
      <Button type="submit" variant="contained" size="large" disabled={!isKept}>
        {signInTexts.finish}
      </Button>
    </Stack>
  );
}

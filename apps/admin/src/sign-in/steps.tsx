import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import { type FormEvent, useState } from "react";
import { type SecondFactor, signIn } from "../api/session.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { signInTexts } from "./texts.ts";

type Step = "password" | "code" | "recovery_code";
export type SignedIn = { userId: string; secondFactor: SecondFactor; password: string };
type Answer = { user: { id: string } | null; secondFactor: SecondFactor };

/** Password, then a code where the account has a second factor. */
export function SignInSteps({
  onSignedIn,
  onGivenUp,
}: {
  /** With the password, for whoever has to set up the second factor with it. */
  onSignedIn: (signedIn: SignedIn) => void | Promise<void>;
  onGivenUp?: () => void;
}) {
  const [step, setStep] = useState<Step>("password");
  const [email, setEmail] = useState("");
  const [secret, setSecret] = useState("");
  const [cause, setCause] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);

  const calls: Readonly<Record<Step, () => Promise<Answer>>> = {
    password: () => signIn.withPassword(email.trim(), secret),
    code: () => signIn.withCode(secret.trim()),
    recovery_code: () => signIn.withRecoveryCode(secret.trim()),
  };

  const go = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setCause(null);
    try {
      const { user, secondFactor } = await calls[step]();
      setSecret("");
      if (user === null) setStep("code");
      else await onSignedIn({ userId: user.id, secondFactor, password: secret });
    } catch (caught) {
      setCause(caught);
    } finally {
      setIsBusy(false);
    }
  };

  const change = (next: Step) => {
    setStep(next);
    setSecret("");
    setCause(null);
  };

  return (
    <Stack component="form" onSubmit={go} spacing={2} sx={{ pt: 1 }}>
      {cause === null ? null : <ProblemNote cause={cause} />}
      {step === "password" ? (
        <TextField
          label={signInTexts.email}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      ) : null}
      <TextField
        key={step}
        label={
          { password: signInTexts.password, code: signInTexts.code, recovery_code: signInTexts.recoveryCode }[step]
        }
        type={step === "password" ? "password" : "text"}
        autoComplete={step === "password" ? "current-password" : "one-time-code"}
        required
        autoFocus={step !== "password"}
        slotProps={{ htmlInput: step === "code" ? { inputMode: "numeric", maxLength: 6 } : {} }}
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <Button type="submit" variant="contained" size="large" disabled={isBusy}>
        {step === "password" ? signInTexts.signIn : signInTexts.verify}
      </Button>
      {step === "password" ? (
        <Link href="/forgot-password">{signInTexts.forgotten}</Link>
      ) : (
        <Button onClick={() => change(step === "code" ? "recovery_code" : "code")}>
          {step === "code" ? signInTexts.useRecoveryCode : signInTexts.useCode}
        </Button>
      )}
      {onGivenUp === undefined ? null : <Button onClick={onGivenUp}>{signInTexts.giveUp}</Button>}
    </Stack>
  );
}

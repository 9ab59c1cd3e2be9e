import { useLogin } from "ra-core";
import { lazy, Suspense, useState } from "react";
import { Loading } from "../states/loading.tsx";
import { Door } from "./door.tsx";
import { SignInSteps } from "./steps.tsx";
import { signInTexts } from "./texts.ts";

const SecondFactor = lazy(() => import("./second-factor.tsx"));

/** The door of the console. Whoever has no second factor yet sets it up before anything else. */
export function SignInPage() {
  const login = useLogin();
  const [password, setPassword] = useState<string | null>(null);
  if (password !== null) {
    return (
      <Door title={signInTexts.enrol} lead={signInTexts.enrolLead}>
        <Suspense fallback={<Loading lines={4} />}>
          <SecondFactor password={password} onDone={() => login({})} />
        </Suspense>
      </Door>
    );
  }
  return (
    <Door title={signInTexts.title} lead={signInTexts.lead}>
      <SignInSteps
        onSignedIn={({ secondFactor, password: typed }) =>
          secondFactor === "enrolment_needed" ? setPassword(typed) : login({})
        }
      />
    </Door>
  );
}

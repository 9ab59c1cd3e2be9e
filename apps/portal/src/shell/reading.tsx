import type { ReactNode } from "react";
import type { PolicyView } from "../policy/policy.ts";
import type { PolicyReading } from "../policy/use-policy.ts";
import { texts } from "../texts.ts";

/** Shows what rests on the policy, or says that it is being read, or offers to read it again. */
export function Reading({
  reading,
  children,
}: {
  reading: PolicyReading;
  children: (policy: PolicyView) => ReactNode;
}) {
  switch (reading.state) {
    case "here":
      return children(reading.policy);
    case "loading":
      return (
        <p className="quiet" role="status">
          {texts.inForce.loading}
        </p>
      );
    case "unavailable":
      return (
        <div className="notice" role="alert">
          <p>{texts.inForce.unavailable}</p>
          <button type="button" className="button" onClick={reading.again}>
            {texts.trouble.loadAgain}
          </button>
        </div>
      );
  }
}

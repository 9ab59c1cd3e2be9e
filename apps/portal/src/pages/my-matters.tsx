import type { Matters } from "@shifan/contract/client";
import { useEffect } from "react";
import { useOutcome } from "../api/use-outcome.ts";
import { MatterCard } from "../matters/matter-card.tsx";
import { Link } from "../router.tsx";
import { landAtFragment } from "../shell/landing.ts";
import { PageFrame } from "../shell/page-frame.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { SignInForm } from "../sign-in/sign-in-form.tsx";
import { SignedInNote } from "../sign-in/signed-in-note.tsx";
import { useOwner } from "../sign-in/use-owner.ts";
import { texts } from "../texts.ts";

const words = texts.matters;

function Listed({ matters: { heading, matters } }: { matters: Matters }) {
  // The reminder that led here names its matter.
  useEffect(() => void landAtFragment(), []);
  const names = new Set(matters.map(({ organizationId }) => organizationId));
  const groups = [
    { title: words.yoursTitle, shown: matters.filter(({ isYours }) => isYours) },
    { title: words.othersTitle, shown: matters.filter(({ isYours }) => !isYours) },
  ];
  return (
    <>
      <p className="summary">{heading}</p>
      {groups.map(({ title, shown }) =>
        shown.length === 0 ? null : (
          <section key={title}>
            <h2>{title}</h2>
            <ul className="cards">
              {shown.map((matter) => (
                <MatterCard key={`${matter.resource} ${matter.recordId}`} matter={matter} withName={names.size > 1} />
              ))}
            </ul>
          </section>
        ),
      )}
      <p>
        <Link to="reminders" className="button">
          {words.toReminders}
        </Link>
      </p>
    </>
  );
}

function Own({ onSignIn }: { onSignIn: () => void }) {
  const loaded = useOutcome("matters", (client) => client.listMyMatters());
  switch (loaded.state) {
    case "loading":
      return (
        <p className="quiet" role="status">
          {words.loading}
        </p>
      );
    case "here":
      return <Listed matters={loaded.value} />;
    case "gone":
      return <SignInForm lead={words.signInLead} onSignedIn={onSignIn} />;
    case "unavailable":
      return <Unavailable again={loaded.again} />;
  }
}

/** My matters, for whoever acts for a unit: where each stands, what comes next, by whom and by when, and what is missing. */
export function MyMattersPage() {
  const { owning, look } = useOwner();
  const account = owning.state === "known" && owning.owner.kind === "account" ? owning.owner : null;
  const isNobody = owning.state === "nobody" || (owning.state === "known" && account === null);
  return (
    <PageFrame page="matters" title={texts.titles.matters} className="reading matters">
      {owning.state === "looking" ? (
        <p className="quiet" role="status">
          {words.loading}
        </p>
      ) : null}
      {owning.state === "unavailable" ? <Unavailable again={owning.again} /> : null}
      {isNobody ? <SignInForm lead={words.signInLead} onSignedIn={look} /> : null}
      {account === null ? null : (
        <>
          <SignedInNote email={account.email} onSignedOut={look} />
          <Own onSignIn={look} />
        </>
      )}
    </PageFrame>
  );
}

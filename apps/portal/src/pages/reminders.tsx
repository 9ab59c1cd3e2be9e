import { Inbox } from "../reminders/inbox.tsx";
import { Pause } from "../reminders/pause.tsx";
import { Stopped, Upcoming } from "../reminders/upcoming.tsx";
import { useReminders } from "../reminders/use-reminders.ts";
import { Ways } from "../reminders/ways.tsx";
import { Link } from "../router.tsx";
import { PageFrame } from "../shell/page-frame.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { SignInForm } from "../sign-in/sign-in-form.tsx";
import { SignedInNote } from "../sign-in/signed-in-note.tsx";
import { type Owner, useOwner } from "../sign-in/use-owner.ts";
import { texts } from "../texts.ts";

const words = texts.reminders;

function Known({ owner, onChanged }: { owner: Owner; onChanged: () => void }) {
  const { key } = owner;
  const here = useReminders(key);
  switch (here.state) {
    case "loading":
      return (
        <p className="quiet" role="status">
          {words.loading}
        </p>
      );
    case "unavailable":
      return <Unavailable again={here.again} />;
    case "gone":
      return <Nobody lead={words.goneLead} onSignedIn={onChanged} />;
    case "here":
      return (
        <>
          {owner.kind === "account" ? (
            <SignedInNote email={owner.email} onSignedOut={onChanged} />
          ) : (
            <p className="quiet">{words.ofDevice}</p>
          )}
          <p role="status" className="said">
            {here.said}
          </p>
          <Ways here={here} owner={key} />
          <Pause here={here} owner={key} />
          <Upcoming upcoming={here.reminders.upcoming} />
          <Stopped stopped={here.reminders.stopped} here={here} owner={key} />
          <Inbox owner={key} onAnswered={() => void here.change(async () => {})} />
        </>
      );
  }
}

function Nobody({ lead, onSignedIn }: { lead: string; onSignedIn: () => void }) {
  return (
    <>
      <SignInForm lead={lead} onSignedIn={onSignedIn} />
      <section className="without-account" aria-labelledby="without-account">
        <h2 id="without-account">{words.withoutAccount}</h2>
        <p>{words.withoutAccountLead}</p>
        <Link to="chat" className="button">
          {texts.home.start}
        </Link>
      </section>
    </>
  );
}

/** How somebody is reminded: by which ways, of what next, of what no more, and what they were told. */
export function RemindersPage() {
  const { owning, look } = useOwner();
  return (
    <PageFrame page="reminders" title={texts.titles.reminders} className="reading reminders">
      <p>{words.lead}</p>
      {owning.state === "looking" ? (
        <p className="quiet" role="status">
          {words.loading}
        </p>
      ) : null}
      {owning.state === "unavailable" ? <Unavailable again={owning.again} /> : null}
      {owning.state === "nobody" ? <Nobody lead={words.signInLead} onSignedIn={look} /> : null}
      {owning.state === "known" ? (
        <Known key={owning.owner.key?.id ?? "account"} owner={owning.owner} onChanged={look} />
      ) : null}
    </PageFrame>
  );
}

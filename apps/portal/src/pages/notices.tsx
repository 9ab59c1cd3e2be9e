import type { PublicNotice, PublicNoticeSummary } from "@shifan/contract/client";
import { type Loaded, useOutcome } from "../api/use-outcome.ts";
import { ComplainInstead } from "../notices/complain-instead.tsx";
import { ObjectionForm } from "../notices/objection-form.tsx";
import { phaseText } from "../notices/phase.ts";
import { Link } from "../router.tsx";
import { dayText } from "../shell/day.ts";
import { PageFrame } from "../shell/page-frame.tsx";
import { Phrases } from "../shell/phrases.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";

function Loading() {
  return (
    <p className="quiet" role="status">
      {texts.notices.loading}
    </p>
  );
}

function Summary({ notice }: { notice: PublicNoticeSummary }) {
  const phase = phaseText(notice);
  return (
    <article className="card title-card">
      <h2>
        <Link to="notices" record={notice.id}>
          {notice.title}
        </Link>
      </h2>
      {phase.length === 0 ? null : (
        <p className={`standing standing-${notice.phase}`}>
          <Phrases of={phase} />
        </p>
      )}
      <p className="quiet">{texts.notices.published(dayText(notice.publishedAt.slice(0, 10)), notice.caseCount)}</p>
    </article>
  );
}

function All() {
  const loaded = useOutcome("notices", (client) => client.listNotices());
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "unavailable") return <Unavailable again={loaded.again} />;
  const notices = loaded.state === "here" ? loaded.value : [];
  if (notices.length === 0) return <p role="status">{texts.notices.none}</p>;
  return (
    <ul className="cards">
      {notices.map((notice) => (
        <li key={notice.id}>
          <Summary notice={notice} />
        </li>
      ))}
    </ul>
  );
}

function Cases({ notice }: { notice: PublicNotice }) {
  return (
    <table className="cases">
      <caption>{texts.notices.list(notice.cases.length)}</caption>
      <thead>
        <tr>
          {texts.notices.columns.map((column, at) => (
            <th key={column} scope="col" className={at < 2 ? undefined : "wide-only"}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notice.cases.map(({ position, organizationName, platformName, platformTypeName, districtName }) => (
          <tr key={position}>
            <td>{position}</td>
            <th scope="row">
              {platformName}
              {platformName === organizationName ? null : <span className="quiet">（{organizationName}）</span>}
              <span className="quiet narrow-only">{texts.notices.inOneLine(platformTypeName, districtName)}</span>
            </th>
            <td className="wide-only">{platformTypeName}</td>
            <td className="wide-only">{districtName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The way to object while a publicity runs; afterwards, that it is over and what remains open. */
function Objections({ notice }: { notice: PublicNotice }) {
  if (notice.phase !== "running" && notice.phase !== "ended") return null;
  return (
    <section className="objections" aria-labelledby="object">
      <h2 id="object">{texts.objection.title}</h2>
      {notice.phase === "running" ? (
        <ObjectionForm notice={notice} />
      ) : (
        <>
          <p>{texts.objection.closed}</p>
          <ComplainInstead />
        </>
      )}
    </section>
  );
}

function Shown({ notice }: { notice: PublicNotice }) {
  const phase = phaseText(notice);
  return (
    <>
      {phase.length === 0 ? null : (
        <p className={`standing standing-${notice.phase}`} role="status">
          <Phrases of={phase} />
        </p>
      )}
      {notice.supersededById === null ? null : (
        <p>
          <Link to="notices" record={notice.supersededById}>
            {texts.notices.toExtension}
          </Link>
        </p>
      )}
      <p className="as-written">{notice.text}</p>
      {notice.cases.length === 0 ? null : <Cases notice={notice} />}
      {notice.supersededById === null ? <Objections notice={notice} /> : null}
      {notice.officialUrl === null ? null : (
        <p className="quiet source">
          {texts.notices.official(dayText(notice.officialPublishedOn ?? ""))}
          <a href={notice.officialUrl} rel="noreferrer">
            {notice.officialUrl}
          </a>
        </p>
      )}
    </>
  );
}

function Body({ loaded }: { loaded: Loaded<PublicNotice> }) {
  switch (loaded.state) {
    case "loading":
      return <Loading />;
    case "here":
      return <Shown notice={loaded.value} />;
    case "gone":
      return <p role="status">{texts.notices.gone}</p>;
    case "unavailable":
      return <Unavailable again={loaded.again} />;
  }
}

/** One notice. Its heading is there from the beginning, so that whoever was brought to it stays there when the notice comes. */
function One({ id }: { id: string }) {
  const loaded = useOutcome(`notice ${id}`, (client) => client.readNotice(id));
  return (
    <>
      <h1 tabIndex={-1}>{loaded.state === "here" ? loaded.value.title : texts.titles.notices}</h1>
      <Body loaded={loaded} />
    </>
  );
}

/** What the city has announced, and the way to object while a publicity runs (第十一条). */
export function NoticesPage({ id }: { id: string | null }) {
  return (
    <PageFrame page="notices" title={texts.titles.notices} ownHeading={id !== null} className="reading">
      {id === null ? (
        <All />
      ) : (
        <>
          <One key={id} id={id} />
          <p>
            <Link to="notices" className="button">
              {texts.notices.toAll}
            </Link>
          </p>
        </>
      )}
    </PageFrame>
  );
}

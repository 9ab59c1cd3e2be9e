import type { PublicNotice, PublicNoticeSummary } from "@shifan/contract/client";
import { useOutcome } from "../api/use-outcome.ts";
import { ObjectionForm } from "../notices/objection-form.tsx";
import { phaseText } from "../notices/phase.ts";
import { Link } from "../router.tsx";
import { dayText } from "../shell/day.ts";
import { PageFrame } from "../shell/page-frame.tsx";
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
      {phase === "" ? null : <p className={`standing standing-${notice.phase}`}>{phase}</p>}
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
          {texts.notices.columns.map((column) => (
            <th key={column} scope="col">
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
            </th>
            <td>{platformTypeName}</td>
            <td>{districtName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shown({ notice }: { notice: PublicNotice }) {
  const phase = phaseText(notice);
  return (
    <>
      <h1 tabIndex={-1}>{notice.title}</h1>
      {phase === "" ? null : (
        <p className={`standing standing-${notice.phase}`} role="status">
          {phase}
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
      {notice.phase === "running" && notice.supersededById === null ? (
        <section aria-labelledby="object">
          <h2 id="object">{texts.objection.title}</h2>
          <ObjectionForm notice={notice} />
        </section>
      ) : null}
      {notice.officialUrl === null ? null : (
        <p className="quiet">{texts.notices.official(dayText(notice.officialPublishedOn ?? ""), notice.officialUrl)}</p>
      )}
    </>
  );
}

function One({ id }: { id: string }) {
  const loaded = useOutcome(`notice ${id}`, (client) => client.readNotice(id));
  switch (loaded.state) {
    case "loading":
      return (
        <>
          <h1 tabIndex={-1}>{texts.titles.notices}</h1>
          <Loading />
        </>
      );
    case "here":
      return <Shown notice={loaded.value} />;
    case "gone":
      return (
        <>
          <h1 tabIndex={-1}>{texts.titles.notices}</h1>
          <p role="status">{texts.notices.gone}</p>
        </>
      );
    case "unavailable":
      return (
        <>
          <h1 tabIndex={-1}>{texts.titles.notices}</h1>
          <Unavailable again={loaded.again} />
        </>
      );
  }
}

/** What the city has announced, and the way to object while a publicity runs (第十一条). */
export function NoticesPage({ id }: { id: string | null }) {
  return (
    <PageFrame page="notices" title={texts.titles.notices} ownHeading={id !== null} className="reading">
      {id === null ? (
        <All />
      ) : (
        <>
          <One id={id} />
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

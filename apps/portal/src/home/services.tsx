import { useOutcome } from "../api/use-outcome.ts";
import { phaseText } from "../notices/phase.ts";
import { Link } from "../router.tsx";
import { Phrases } from "../shell/phrases.tsx";
import { texts } from "../texts.ts";

const pages = ["matters", "reminders", "notices", "platforms", "complaints", "receipts"] as const;

/** The publicity that runs now: whoever wants to object has only these days. */
function Running() {
  const loaded = useOutcome("notices", (client) => client.listNotices());
  const running =
    loaded.state === "here"
      ? loaded.value.filter(({ phase, isSuperseded }) => phase === "running" && !isSuperseded)
      : [];
  return running.map((notice) => (
    <p key={notice.id} className="running">
      <Link to="notices" record={notice.id}>
        {notice.title}
      </Link>
      <Phrases of={phaseText(notice)} />
    </p>
  ));
}

/** What can be done here besides the self-check. */
export function Services() {
  return (
    <section className="band" aria-labelledby="services">
      <h2 id="services">{texts.home.servicesTitle}</h2>
      <Running />
      <ul className="services">
        {pages.map((page) => (
          <li key={page} className="card">
            <h3>
              <Link to={page}>{texts.titles[page]}</Link>
            </h3>
            <p>{texts.home.services[page]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

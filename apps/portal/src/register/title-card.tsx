import type { PublicTitle } from "@shifan/contract/client";
import type { ReactNode } from "react";
import { Link } from "../router.tsx";
import { dayText } from "../shell/day.ts";
import { Phrases } from "../shell/phrases.tsx";
import { texts } from "../texts.ts";

/** How a title stands today, in its own colour and in words: colour alone says nothing to many people. */
export function Standing({ title }: { title: PublicTitle }) {
  return <p className={`standing standing-${title.standing}`}>{title.standingText}</p>;
}

/** What a complaint about this platform is to be about: its name, and the number where there is one. */
function complaintTarget({ platformName, certificateNumber }: PublicTitle): string {
  return certificateNumber === null ? platformName : `${platformName}（${certificateNumber}）`;
}

/** A title as anybody may see it. The way to complain about it stands on its own page; a title without a number has none, so there it stands in the list. */
export function TitleCard({
  title,
  heading,
  complainHere,
}: {
  title: PublicTitle;
  heading: ReactNode;
  complainHere: boolean;
}) {
  const { organizationName, platformName, platformTypeName, districtName, documentNumber, note } = title;
  const rows: [string, string][] = [
    [texts.register.number, title.certificateNumber ?? texts.register.noNumber],
    [texts.register.type, platformTypeName],
    ...(platformName === organizationName ? [] : [[texts.register.organization, organizationName] as [string, string]]),
    [texts.register.district, districtName],
    [texts.register.document, documentNumber],
    ...(note === "" ? [] : [[texts.register.source, note] as [string, string]]),
  ];
  return (
    <article className="card title-card">
      {heading}
      <Standing title={title} />
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className="whole-line">
          <dt>{texts.register.validity}</dt>
          <dd>
            <Phrases of={texts.register.period(dayText(title.validFrom), dayText(title.validTo))} />
          </dd>
        </div>
      </dl>
      {complainHere ? (
        <p className="title-more">
          <Link to="complaints" record={complaintTarget(title)}>
            {texts.complaint.about}
          </Link>
        </p>
      ) : null}
    </article>
  );
}

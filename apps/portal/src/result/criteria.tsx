import { useId, useState } from "react";
import type { CriterionResult, CriterionStatus } from "../api/types.ts";
import { texts } from "../texts.ts";
import { actualText, dayText, gapText, requiredText } from "./amounts.ts";
import { ArticleLink } from "./article-link.tsx";
import { CopyButton } from "./copy-button.tsx";
import type { Group } from "./groups.ts";
import type { PolicyWords } from "./policy-words.ts";
import { StatusMark } from "./status-mark.tsx";

const markOf: Record<CriterionStatus, "good" | "bad" | "open"> = { met: "good", not_met: "bad", undetermined: "open" };
/** Not meeting a line is no fault: others may make up the number. */
const lineMarkOf = { ...markOf, not_met: "none" } as const;

/** The parts worth naming: of a met criterion none, of a line that is not met what it fails, not what was never asked. */
function partsOf({ status, parts }: CriterionResult, isLine: boolean): CriterionResult["parts"] {
  if (status === "met") return [];
  return isLine && status === "not_met" ? parts.filter((part) => part.status === "not_met") : parts;
}

/** The figures of a criterion: what is required, what there is, how far it is. */
function figuresOf(criterion: CriterionResult): [string, string][] {
  const { required, earliestDate } = criterion;
  const rows: [string, string | null][] = [
    [texts.result.required, required === null ? null : requiredText(required)],
    [texts.result.actual, actualText(criterion)],
    [texts.result.gap, gapText(criterion)],
    [texts.result.earliest, earliestDate === null ? null : dayText(earliestDate)],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}

function Parts({ parts, words }: { parts: CriterionResult["parts"]; words: PolicyWords }) {
  return (
    <ul className="parts" aria-label={texts.result.parts}>
      {parts.map((part) => (
        <li key={part.fact}>
          <StatusMark kind={markOf[part.status]} />
          <span>
            {words.fact(part.fact)}：{texts.status[part.status]}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A letter ready to be copied: folded on the screen, never on paper. */
function Enquiry({ enquiry }: { enquiry: { title: string; text: string } }) {
  const [open, setOpen] = useState(false);
  const letterId = useId();
  return (
    <div className="enquiry">
      <button
        type="button"
        className="enquiry-toggle screen-only"
        aria-expanded={open}
        aria-controls={letterId}
        onClick={() => setOpen(!open)}
      >
        {texts.result.enquiry}
      </button>
      <div id={letterId} className={open ? "letter" : "letter folded"}>
        <p className="enquiry-title">{texts.result.enquiryTitle(enquiry.title)}</p>
        <p className="as-written">{enquiry.text}</p>
        <CopyButton label={texts.result.copyEnquiry} text={() => `${enquiry.title}\n${enquiry.text}`} />
      </div>
    </div>
  );
}

type CriterionProps = { criterion: CriterionResult; isLine: boolean; words: PolicyWords };

function Criterion({ criterion, isLine, words }: CriterionProps) {
  const figures = figuresOf(criterion);
  const enquiry = criterion.reason === "reading" ? words.enquiry(criterion.id) : null;
  const parts = partsOf(criterion, isLine);
  const status = isLine ? texts.lineStatus[criterion.status] : texts.status[criterion.status];
  return (
    <li className={`criterion ${criterion.status}`}>
      <h4>
        <StatusMark kind={(isLine ? lineMarkOf : markOf)[criterion.status]} />
        <span>
          <span className="visually-hidden">{status}：</span>
          {criterion.title} <ArticleLink article={criterion.article} />
        </span>
      </h4>
      {criterion.reason === "contradictory" ? <p className="contradictory">{texts.contradictory}</p> : null}
      {figures.length === 0 ? null : (
        <dl className="figures">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {parts.length === 0 ? null : <Parts parts={parts} words={words} />}
      {criterion.missingFacts.length === 0 ? null : (
        <p className="to-find">
          {texts.result.missing}：{criterion.missingFacts.map(words.fact).join("、")}
        </p>
      )}
      {criterion.advice === null ? null : <p className="advice">{criterion.advice}</p>}
      {criterion.warnings.map((warning) => (
        <p key={warning.code} className="warning">
          {texts.result.warningsTitle}：{words.warning(warning)}
        </p>
      ))}
      {enquiry === null ? null : <Enquiry enquiry={enquiry} />}
    </li>
  );
}

/** Criteria of one kind. What is met is folded on the screen, never on paper. */
export function CriterionGroup({ group, words }: { group: Group; words: PolicyWords }) {
  const [open, setOpen] = useState(group.key !== "met");
  const listId = useId();
  const { title, note } = texts.groups[group.key];
  return (
    <section className={`group ${group.key}`} aria-labelledby={`group-${group.key}`}>
      <h3 id={`group-${group.key}`} tabIndex={-1}>
        {title} <span className="count">{group.criteria.length}</span>
      </h3>
      {note === "" ? null : <p className="quiet">{note}</p>}
      {group.key === "met" ? (
        <button
          type="button"
          className="button fold screen-only"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {open ? texts.result.hide : texts.result.show(group.criteria.length)}
        </button>
      ) : null}
      <ul id={listId} className={open ? "criteria" : "criteria folded"}>
        {group.criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} isLine={group.key === "lines"} words={words} />
        ))}
      </ul>
    </section>
  );
}

import { useMemo, useRef } from "react";
import type { Assessment, ChatFactAnswer } from "../api/types.ts";
import type { Entry } from "../chat/entries.ts";
import { inForceText } from "../policy/in-force.ts";
import type { PolicyView } from "../policy/policy.ts";
import { useResultPolicy } from "../policy/use-policy.ts";
import { texts } from "../texts.ts";
import { dayText } from "./amounts.ts";
import { ArticleLink } from "./article-link.tsx";
import { CriterionGroup } from "./criteria.tsx";
import { type Group, groupsOf } from "./groups.ts";
import { headlineOf } from "./headline.ts";
import { Materials } from "./materials.tsx";
import { type PolicyWords, wordsOf } from "./policy-words.ts";
import { ResultActions } from "./result-actions.tsx";
import { type TodoGroup, todoOf } from "./todo.ts";
import { TodoList } from "./todo-list.tsx";

function basisText({ policy: { id, version } }: Assessment, policy: PolicyView | null): string {
  return policy === null ? texts.result.basisPlain(id, version) : texts.result.basis(policy.title, version);
}

/** What every result carries: that it decides nothing, what it rests on, its day, and whether the law is in force. */
function Ground({ assessment, policy }: { assessment: Assessment; policy: PolicyView | null }) {
  return (
    <div className="ground">
      <p>{texts.result.notDecision}</p>
      <p>
        {basisText(assessment, policy)}；{texts.result.asOf(dayText(assessment.asOf))}。
        {inForceText(assessment.policy.inForce)}
      </p>
    </div>
  );
}

function Notes({ assessment, words }: { assessment: Assessment; words: PolicyWords }) {
  const { reapplyBarredUntil, earliestDate, earliestRoundYear, warnings } = assessment;
  const notes = [
    reapplyBarredUntil === null ? null : texts.result.barredUntil(dayText(reapplyBarredUntil)),
    earliestDate === null ? null : texts.result.earliestDate(dayText(earliestDate)),
    earliestRoundYear === null ? null : texts.result.earliestRound(earliestRoundYear),
    ...warnings.map((warning) => `${texts.result.warningsTitle}：${words.warning(warning)}`),
  ].filter((note) => note !== null);
  return notes.map((note) => (
    <p key={note} className="warning">
      {note}
    </p>
  ));
}

function Contents({ groups, todo }: { groups: readonly Group[]; todo: readonly TodoGroup[] }) {
  const items = [
    ...groups.map((group) => ({
      key: group.key as string,
      label: `${texts.groups[group.key].title} ${group.criteria.length}`,
    })),
    { key: "materials", label: texts.result.materialsTitle },
    ...(todo.length === 0 ? [] : [{ key: "todo", label: texts.result.todoTitle }]),
  ];
  return (
    <nav aria-label={texts.result.contents} className="chips screen-only">
      <ul>
        {items.map(({ key, label }) => (
          <li key={key}>
            <a href={`#group-${key}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Experts({ items }: { items: Assessment["expert"] }) {
  if (items.length === 0) return null;
  return (
    <section className="group" aria-labelledby="group-expert">
      <h3 id="group-expert">{texts.result.expertTitle}</h3>
      <p className="quiet">{texts.result.expertNote}</p>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.id}>
            {item.title} <ArticleLink article={item.article} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Alternatives({ items, words }: { items: Assessment["alternatives"]; words: PolicyWords }) {
  if (items.length === 0) return null;
  return (
    <section className="group" aria-labelledby="group-alternatives">
      <h3 id="group-alternatives">{texts.result.alternativesTitle}</h3>
      <ul className="plain-list">
        {items.map(({ platformType, verdict }) => (
          <li key={platformType}>
            {texts.result.alternative(words.option(platformType), texts.verdictShort[verdict])}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ answers }: { answers: readonly ChatFactAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <section className="group answers-given" aria-labelledby="group-answers">
      <h3 id="group-answers">{texts.result.answersTitle}</h3>
      <dl className="figures">
        {answers.map((answer) => (
          <div key={answer.fact}>
            <dt>{answer.label}</dt>
            <dd>{answer.known ? answer.text : texts.result.unknownAnswer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type ResultProps = { assessment: Assessment; entries: readonly Entry[]; answers: readonly ChatFactAnswer[] };

/** The result, to be read, printed and kept: the conclusion, every criterion by what there is to do, the materials, what to find out. */
export function Result({ assessment, entries, answers }: ResultProps) {
  const sheet = useRef<HTMLElement>(null);
  const policy = useResultPolicy({ id: assessment.policy.id, asOf: assessment.asOf });
  const words = useMemo(() => wordsOf(policy, answers), [policy, answers]);
  const groups = useMemo(() => groupsOf(assessment, policy), [assessment, policy]);
  const todo = useMemo(() => todoOf(assessment, { policy, words, answers }), [assessment, policy, words, answers]);
  const headline = useMemo(() => headlineOf(assessment, entries, policy), [assessment, entries, policy]);
  return (
    <article className={`result ${assessment.verdict}`} ref={sheet} aria-labelledby="result-headline">
      <header className="result-head">
        <p className="eyebrow">{texts.result.title}</p>
        <h2 id="result-headline" tabIndex={-1} data-landing>
          {headline}
        </h2>
        <Ground assessment={assessment} policy={policy} />
      </header>
      <ResultActions sheet={sheet} assessment={assessment} parts={{ headline, groups, todo, words }} />
      <Notes assessment={assessment} words={words} />
      <Contents groups={groups} todo={todo} />
      {groups.map((group) => (
        <CriterionGroup key={group.key} group={group} words={words} />
      ))}
      <Experts items={assessment.expert} />
      <Alternatives items={assessment.alternatives} words={words} />
      <Materials materials={assessment.materials} words={words} />
      <TodoList groups={todo} />
      <Answers answers={answers} />
    </article>
  );
}

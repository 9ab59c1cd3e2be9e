import type { PolicyDetail, PolicySummary } from "@shifan/contract";
import type { PolicyDocument } from "@shifan/rules";

/** A policy version as lists show it. */
export function summarize(document: PolicyDocument): PolicySummary {
  const { status, checked_on, source } = document.in_force;
  return {
    id: document.id,
    version: document.version,
    title: document.title,
    issuer: document.issuer,
    selectableFrom: document.selectable_from,
    inForce: { status, checkedOn: checked_on, source },
  };
}

/** A policy version as the public sees it: the text, what is asked and what is judged, each value with its mark; not how tests are built. */
export function describe(document: PolicyDocument): PolicyDetail {
  return {
    ...summarize(document),
    articles: document.articles.map(({ treatment_note, ...article }) => ({
      ...article,
      treatmentNote: treatment_note,
    })),
    facts: document.facts.map((fact) => ({
      id: fact.id,
      type: fact.type,
      unit: fact.unit,
      label: fact.label,
      question: fact.question,
      hint: fact.hint,
      article: fact.article,
      formSource: fact.form_source,
      absentMeans: fact.absent_means ?? null,
      options: fact.options ?? {},
    })),
    questions: document.questions.map((question) => ({
      id: question.id,
      input: question.input,
      facts: question.facts,
      title: question.title,
      requirement: question.requirement ?? null,
      where: question.where ?? null,
      example: question.example ?? null,
      article: question.article,
      ask: question.ask,
      elsewhere: question.elsewhere.map(({ facts, ask, where }) => ({ facts, ask, where: where ?? null })),
    })),
    criteria: document.criteria.map(({ id, article, title, mark, line, enquiry }) => ({
      id,
      article,
      title,
      mark,
      line,
      enquiry: enquiry ?? null,
    })),
    expert: document.expert,
    materials: document.materials.map((material) => ({
      id: material.id,
      article: material.article,
      title: material.title,
      optional: material.optional,
      todo: material.todo,
      checks: checksOf(material, document.texts),
      parts: material.parts.map((part) => ({
        id: part.id,
        title: part.title,
        todo: part.todo,
        checks: checksOf(part, document.texts),
      })),
    })),
    districts: document.districts,
    settings: [...document.settings, ...document.supervision.readings],
    texts: document.texts,
  };
}

function checksOf({ checks }: Pick<PolicyDocument["materials"][number], "checks">, texts: PolicyDocument["texts"]) {
  return checks.map(({ code, mark }) => ({ code, text: texts[code] ?? "", mark }));
}

import type { Assessment, MaterialPartResult, MaterialResult, MaterialStatus } from "../api/types.ts";
import { texts } from "../texts.ts";
import { ArticleLink } from "./article-link.tsx";
import type { PolicyWords } from "./policy-words.ts";
import { StatusMark } from "./status-mark.tsx";

const markOf: Record<MaterialStatus, "good" | "bad" | "open" | "none"> = {
  invalid: "bad",
  missing: "bad",
  unknown: "open",
  present_unchecked: "good",
  valid: "good",
  not_applicable: "none",
};
const needsWork = new Set<MaterialStatus>(["invalid", "missing", "unknown", "present_unchecked"]);
/** First what is to be done, then what is to be found out, then what is there. */
const order: readonly MaterialStatus[] = [
  "invalid",
  "missing",
  "unknown",
  "present_unchecked",
  "valid",
  "not_applicable",
];

function Details({ material, words }: { material: MaterialPartResult; words: PolicyWords }) {
  const todo = needsWork.has(material.status) ? words.todo(material.id) : null;
  return (
    <>
      {material.reasons.map((reason) => (
        <p key={reason} className="reason">
          {words.reason(reason)}
        </p>
      ))}
      {todo === null ? null : <p className="advice">{todo}</p>}
    </>
  );
}

function Material({ material, words }: { material: MaterialResult; words: PolicyWords }) {
  return (
    <li className={`material ${material.status}`}>
      <h4>
        <StatusMark kind={markOf[material.status]} />
        <span>
          {material.title} <ArticleLink article={material.article} />
          <span className="material-status">{texts.material[material.status]}</span>
        </span>
      </h4>
      <Details material={material} words={words} />
      {material.parts.length === 0 ? null : (
        <ul className="parts">
          {material.parts.map((part) => (
            <li key={part.id}>
              <StatusMark kind={markOf[part.status]} />
              <div>
                <p>
                  {part.title}：{texts.material[part.status]}
                </p>
                <Details material={part} words={words} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The materials, those to be worked on first. */
export function Materials({ materials, words }: { materials: Assessment["materials"]; words: PolicyWords }) {
  const sorted = order.flatMap((status) => materials.filter((material) => material.status === status));
  const counts = order
    .map((status) => ({ status, count: materials.filter((material) => material.status === status).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className="group materials" aria-labelledby="group-materials">
      <h3 id="group-materials" tabIndex={-1}>
        {texts.result.materialsTitle} <span className="count">{materials.length}</span>
      </h3>
      <p className="quiet">{texts.result.materialsNote}</p>
      <p className="summary">{counts.map(({ status, count }) => `${texts.material[status]}${count}项`).join("，")}</p>
      <ul className="criteria">
        {sorted.map((material) => (
          <Material key={material.id} material={material} words={words} />
        ))}
      </ul>
    </section>
  );
}

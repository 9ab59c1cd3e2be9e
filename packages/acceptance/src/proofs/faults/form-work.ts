import { randomUUID } from "node:crypto";
import type { FormValues } from "@shifan/rules";
import { changed, sampleForm } from "@shifan/rules/testing";
import { make } from "../../procedure.ts";
import type { Draw } from "../../random.ts";
import { type Case, countEdit, filledIn, type Part } from "./case.ts";
import type { Line } from "./line.ts";

/** A complete form, with lists long enough that a half of one could be seen. */
const form = () => changed(sampleForm({ served: 150, staff: 40 }), { fields: { "supplement.permit_required": false } });

/** Writes every section, and some of them again. */
export async function fillSections(line: Line, of: Case): Promise<void> {
  const { sections } = form();
  for (const [section, values] of Object.entries(sections)) await writeSection(line, of, section, values);
  await writeSection(line, of, "cover", { ...sections.cover, filled_on: "2026-06-09" });
  await writeSection(line, of, "basics", { ...sections.basics, fax: "0371-67880002" });
}

export function writeSection(line: Line, of: Case, section: string, values: FormValues): Promise<unknown> {
  const { sections, applicationPath, workers } = of;
  const revision = sections.value[section]?.revision ?? 0;
  return line.change(sections, {
    send: () =>
      workers.applicant.call(`${applicationPath}/form/sections/${section}`, {
        method: "PUT",
        json: values,
        headers: { "if-match": `"${revision}"` },
      }),
    to: { ...sections.value, [section]: { revision: revision + 1, values: filledIn(values) } },
    take: () => countEdit(of),
  });
}

/** Writes every list as a whole; then by the row: one more, one changed, one taken out. */
export async function fillLists(line: Line, of: Case, draw: Draw): Promise<void> {
  for (const [list, rows] of Object.entries(form().lists)) {
    await replaceRows(line, of, list, rows);
    const [first] = rows;
    if (first === undefined) continue;
    await appendRow(line, of, list, first);
    const at = draw(rows.length);
    // Every row of a list has been good in its first row's place as well.
    await changeRow(line, of, { list, at, values: { ...(rows[at] as FormValues), ...fieldsChanged(list) } });
    await removeRow(line, of, list, rows.length);
  }
}

/** What is changed of a row, by its list. */
function fieldsChanged(list: string): FormValues {
  const changes: Readonly<Record<string, FormValues>> = {
    investors: { investor_nature: "自然人股东" },
    operation: { tax_paid: "13.1" },
    service_products: { scale: "121" },
    partners: { partner_services: "检测和咨询服务" },
    equipment: { price: "12.5" },
    staff: { school: "某某大学" },
    served: { service_summary: "技术咨询和培训" },
  };
  return changes[list] ?? {};
}

const pathOf = ({ applicationPath }: Case, list: string) => `${applicationPath}/form/lists/${list}`;

const asNew = (values: FormValues): Part => ({ revision: 1, values: filledIn(values) });

async function replaceRows(line: Line, of: Case, list: string, rows: readonly FormValues[]): Promise<void> {
  const path = pathOf(of, list);
  const { colleague } = of.workers;
  const { headers } = await line.ask(() => colleague.call(path));
  const etag = headers.get("etag") ?? "";
  await changeList(line, of, list, rows.map(asNew), () =>
    colleague.call(path, { method: "PUT", json: { rows }, headers: { "if-match": etag } }),
  );
}

async function appendRow(line: Line, of: Case, list: string, values: FormValues): Promise<void> {
  const key = randomUUID();
  const send = () => make(of.workers.colleague, pathOf(of, list), values, key);
  const answer = await changeList(line, of, list, [...rowsOf(of, list), asNew(values)], send);
  // The answer got lost: the same call again finds the row that it made, and makes no other.
  if (answer === null) await line.ask(send);
}

async function changeRow(
  line: Line,
  of: Case,
  { list, at, values }: { list: string; at: number; values: FormValues },
): Promise<void> {
  const path = await pathOfRow(line, of, list, at);
  const revision = rowsOf(of, list)[at]?.revision ?? 0;
  const rows = rowsOf(of, list).with(at, { revision: revision + 1, values: filledIn(values) });
  const headers = { "if-match": `"${revision}"` };
  await changeList(line, of, list, rows, () =>
    of.workers.colleague.call(path, { method: "PUT", json: values, headers }),
  );
}

async function removeRow(line: Line, of: Case, list: string, at: number): Promise<void> {
  const path = await pathOfRow(line, of, list, at);
  const headers = { "if-match": `"${rowsOf(of, list)[at]?.revision}"` };
  await changeList(line, of, list, rowsOf(of, list).toSpliced(at, 1), () =>
    of.workers.colleague.call(path, { method: "DELETE", headers }),
  );
}

const rowsOf = (of: Case, list: string): readonly Part[] => of.lists[list]?.value ?? [];

function changeList(
  line: Line,
  of: Case,
  list: string,
  to: readonly Part[],
  send: Parameters<Line["change"]>[1]["send"],
) {
  const kept = of.lists[list];
  if (kept === undefined) throw new Error(`the case has no list ${list}`);
  return line.change(kept, { send, to, take: () => countEdit(of) });
}

async function pathOfRow(line: Line, of: Case, list: string, at: number): Promise<string> {
  const { body } = await line.ask(() => of.workers.colleague.call(`${pathOf(of, list)}?range=[${at},${at}]`));
  const [row] = body as { rowId: string }[];
  return `${pathOf(of, list)}/rows/${row?.rowId}`;
}

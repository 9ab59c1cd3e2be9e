import {
  type AuditEntryView,
  labelOfAct,
  labelOfField,
  problemCodes,
  resourceLabels,
  roleLabels,
} from "@shifan/contract";
import { type AuditEntryRow, type Database, findUserNames } from "@shifan/db";
import { formatInstant } from "../clock.ts";
import { accessOf, pageOfRecord } from "./audited.ts";

/** The people whom entries name, by their accounts. */
export function namesIn(database: Database, entries: readonly AuditEntryRow[]): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ actorUserId, onBehalfOf }) => [actorUserId, onBehalfOf]);
  return findUserNames(
    database,
    ids.filter((id): id is string => id !== null),
  );
}

/** An entry in words: who, what, when, on which ground, and of which record. */
export function describeEntry(
  entry: AuditEntryRow,
  names: ReadonlyMap<string, string>,
  recordName: string | null,
): AuditEntryView {
  const { id, at, resource, recordId, act, outcome, role, district, article, ground, fields } = entry;
  const nameOf = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? null));
  return {
    id,
    at: formatInstant(at),
    resource,
    resourceLabel: resourceLabels[resource as keyof typeof resourceLabels] ?? resource,
    recordId,
    recordName,
    page: pageOfRecord(resource, recordId),
    act,
    actLabel: labelOfRecordedAct(resource, act),
    isRefused: outcome !== "accepted",
    outcome,
    outcomeLabel: outcome === "accepted" ? "已办" : labelOfOutcome(outcome),
    actor: {
      name: nameOf(entry.actorUserId),
      role,
      roleLabel: roleLabels[role],
      district,
      onBehalfOf: nameOf(entry.onBehalfOf),
    },
    article,
    ground,
    fields: [...new Set(fields.map(labelOfRecordedField))].filter((label) => label !== null),
  };
}

/** The label of an act under the resource that it is an act of: a paper of a case is judged by an act on the case. */
function labelOfRecordedAct(resource: string, act: string): string {
  const tables = [accessOf(resource), resource === "expert_panels" || resource === "surveys" ? "applications" : null];
  const labels = tables.map((table) => (table === null ? null : labelOfAct(table, act)));
  return labels.find((label) => label !== null) ?? act;
}

function labelOfOutcome(outcome: string): string {
  return Object.hasOwn(problemCodes, outcome) ? problemCodes[outcome as keyof typeof problemCodes].title : outcome;
}

/** The last name of a field's path that has words, and of a paper its number; what is called by an id alone tells a reader nothing. */
function labelOfRecordedField(path: string): string | null {
  const paper = /^M(\d{2})$/.exec(path)?.[1];
  if (paper !== undefined) return `第${Number(paper)}项材料`;
  const name = path.split(".").findLast((each) => labelOfField(each) !== each);
  return name === undefined ? null : labelOfField(name);
}

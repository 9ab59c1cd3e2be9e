import type { SavedQuery, SaveQuery, StaffNote, WriteStaffNote } from "@shifan/contract";

const id = "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11";
const instant = "2026-06-10T09:30:00+08:00";

const writing: WriteStaffNote = {
  resource: "applications",
  recordId: id,
  text: "审计报告的服务收支在附注第12页，已和单位财务通过电话。",
};
const note: StaffNote = {
  id: "5d1f0a3e-64c7-4a55-8b0c-2f6f4a0d9e42",
  ...writing,
  state: "standing",
  authorName: "李四",
  role: "district",
  district: "410105",
  isOwn: true,
  createdAt: instant,
  withdrawnAt: null,
  revision: 1,
  allowedActs: ["withdraw"],
};
const withdrawn: StaffNote = { ...note, state: "withdrawn", withdrawnAt: instant, revision: 2, allowedActs: [] };

const saving: SaveQuery = {
  list: "applications",
  name: "金水区待受理",
  filter: { state: ["submitted"], district: "410105" },
  sort: { field: "changedAt", isDescending: false },
};
const saved: SavedQuery = { id, ...saving, createdAt: instant, revision: 1 };

/** Examples of notes among staff, and of queries that people save for themselves. */
export const officeExamples = {
  writeStaffNote: { request: writing, responses: { 201: note } },
  withdrawStaffNote: { request: {}, responses: { 200: withdrawn } },
  listStaffNotes: { responses: { 200: [note] } },
  readStaffNote: { responses: { 200: note } },
  saveQuery: { request: saving, responses: { 201: saved } },
  renameQuery: { request: { name: "待受理" }, responses: { 200: { ...saved, name: "待受理", revision: 2 } } },
  removeQuery: { request: {}, responses: { 200: saved } },
  listSavedQueries: { responses: { 200: [saved] } },
  readSavedQuery: { responses: { 200: saved } },
};

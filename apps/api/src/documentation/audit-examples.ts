import type { AuditEntryView, AuditHistory, AuditStanding } from "@shifan/contract";

const entry: AuditEntryView = {
  id: "019eaf26-8dc0-7000-8012-c5fb30bad13f",
  at: "2026-10-09T10:00:00+08:00",
  resource: "application_materials",
  resourceLabel: "申报材料",
  recordId: "5f0c2b1e-6f9a-4a53-8f0e-2a1f0c3d4e5f/M06",
  recordName: "郑州示例服务中心",
  page: { resource: "applications", id: "5f0c2b1e-6f9a-4a53-8f0e-2a1f0c3d4e5f" },
  act: "judge-material",
  actLabel: "核对材料",
  isRefused: false,
  outcome: "accepted",
  outcomeLabel: "已办",
  actor: { name: "李四", role: "district", roleLabel: "区县推荐部门", district: "410105", onBehalfOf: null },
  article: null,
  ground: "第九条（六）：缺服务收支",
  fields: ["核对意见", "核对意见的理由"],
};
const history: AuditHistory = {
  resource: "applications",
  id: "5f0c2b1e-6f9a-4a53-8f0e-2a1f0c3d4e5f",
  label: "申报",
  name: "郑州示例服务中心",
  entries: [
    {
      ...entry,
      resourceLabel: "申报材料：审计报告",
      changes: [{ label: "核对意见", before: "通过", after: "有问题" }],
      values: "proven",
    },
  ],
  isWhole: true,
  check: { isSound: true, text: "内容完整：从现在倒推到每一次办理，都与当时留下的指纹相符。", findings: [] },
};
const standing: AuditStanding = {
  checkpoint: {
    size: 9189,
    root: "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
    at: "2026-10-09T10:00:20+08:00",
  },
  firstOpenAt: null,
  isRunning: false,
  verification: { at: "2026-10-08T09:00:00+08:00", isSound: true, text: "审计记录完整，没有发现改动。" },
};

export const auditExamples = {
  listAuditEntries: { responses: { 200: [entry] } },
  readAuditHistory: { responses: { 200: history } },
  readAuditStanding: { responses: { 200: standing } },
  verifyAuditTrail: { responses: { 202: { ...standing, checkpoint: null, isRunning: true, verification: null } } },
};

/**
 * What a file is handed in for: a material of an application (第九条), a mandate (营业执照, 授权书), the receipt of a paper dossier, the
 * sealed scan of a document that the product printed, the scan of an objection that came by letter (第十一条), what goes with a service report
 * (第十二条), a photograph or paper of an inspection, spot check or appraisal (第十三条), evidence for a sanction (第十三条、第十四条), or a paper
 * that shows a change of an organization.
 */
export const filePurposes = [
  "material",
  "mandate",
  "receipt",
  "seal",
  "objection",
  "report",
  "inspection",
  "sanction",
  "organization_change",
] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** The largest file that is taken, in bytes: 50 MB as decimal megabytes, like every size that people are shown. */
export const maximumFileBytes = 50_000_000;

/** The longest name that is kept of a file, in characters. */
export const maximumFileNameLength = 200;

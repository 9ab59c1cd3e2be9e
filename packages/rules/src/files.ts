/**
 * What a file is handed in for: a material of an application (第九条), a mandate (营业执照, 授权书), the receipt of a paper dossier, or the
 * sealed scan of a document that the product printed.
 */
export const filePurposes = ["material", "mandate", "receipt", "seal"] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** The largest file that is taken, in bytes: 50 MB as decimal megabytes, like every size that people are shown. */
export const maximumFileBytes = 50_000_000;

/** The longest name that is kept of a file, in characters. */
export const maximumFileNameLength = 200;

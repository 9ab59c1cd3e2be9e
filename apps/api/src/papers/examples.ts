const instant = "2026-06-10T09:30:00+08:00";
const dossier = {
  id: "5f1d7c30-9a2b-4c8e-8f11-3b6a9d0e7c21",
  applicationId: "b7a1c2d3-0e4f-4a5b-9c6d-7e8f9a0b1c2d",
  format: "pdf",
  requestedAt: instant,
  keptUntil: "2026-06-17T09:30:00+08:00",
};

/** Examples of the papers' answers: what a file of each kind begins with. */
const pdf = { responses: { 200: "%PDF-1.7 …" } };

export const paperExamples = {
  printApplicationLetter: pdf,
  printApplicationSelfCheck: pdf,
  printChatReport: pdf,
  printRecommendation: pdf,
  printMinutes: pdf,
  printNotice: pdf,
  printObjectionReply: pdf,
  printSanctionLetter: pdf,
  printOrganizationChange: pdf,
  printInterpretation: pdf,
  printPublicInterpretation: pdf,
  exportRoundSummary: { responses: { 200: "PK…" } },
  printCertificate: pdf,
  printAuditProof: pdf,
  orderDossier: {
    request: { format: "pdf" },
    responses: {
      202: {
        ...dossier,
        state: "waiting",
        progress: { done: 0, total: null },
        dataVersion: null,
        size: null,
        contentUrl: null,
      },
    },
  },
  readDossier: {
    responses: {
      200: {
        ...dossier,
        state: "ready",
        progress: { done: 18, total: 18 },
        dataVersion: 12,
        size: 4_718_592,
        contentUrl: `/api/v1/dossiers/${dossier.id}/content`,
      },
    },
  },
  readDossierContent: pdf,
};

/** Examples of the papers' answers: what a file of each kind begins with. */
const pdf = { responses: { 200: "%PDF-1.7 …" } };

export const paperExamples = {
  printApplicationLetter: pdf,
  printApplicationSelfCheck: pdf,
  printChatReport: pdf,
  printRecommendation: pdf,
  printMinutes: pdf,
  printObjectionReply: pdf,
  exportRoundSummary: { responses: { 200: "PK…" } },
  printCertificate: pdf,
};

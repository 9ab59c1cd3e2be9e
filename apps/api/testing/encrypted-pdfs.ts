/**
 * Encryption dictionaries of PDFs that others wrote (PDFKit, qpdf), with the first part of the file's identifier. `opens`: the file needs no
 * password to be opened, only to change it; pdftotext reads these and refuses the others.
 */
export const encryptionSamples = [
  {
    title: "revision 2",
    opens: true,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 1 /R 2 /O <c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab> /U <ff0dac10698e2c5865136d2cac5aabecaf028b425fb2491fd430a80198cfd238> /P -64 >>",
  },
  {
    title: "revision 2",
    opens: false,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 1 /R 2 /O <94e8094419662a774442fb072e3d9f19e9d130ec09a4d0061e78fe920f7ab62f> /U <50731d3386656cbd0e8abb3922628ccf682663a9ad5069693292981b36107cc6> /P -64 >>",
  },
  {
    title: "revision 3",
    opens: true,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 2 /Length 128 /R 3 /O <566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5> /U <a252112ac9941a25f398f905e71c4bee00000000000000000000000000000000> /P -3904 >>",
  },
  {
    title: "revision 3",
    opens: false,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 2 /Length 128 /R 3 /O <0ba3835f88f90388e74e54584125ce142be0de24c6b0d37746e075b891756671> /U <9248e419dcf60cf399b686c98d15a01400000000000000000000000000000000> /P -3904 >>",
  },
  {
    title: "revision 5",
    opens: true,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 5 /Length 256 /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF /R 5 /O <ab5d783fdb822ae2efb885f337342847449c7e3fc8e8be10aed78b9ee6265d0944be8c2d7dc0809d531102b26bea6695> /OE <df57047bb530afd8e542a71bc2609cbc877863d49c6cfac1ce584196830fcae8> /U <aa399b9ce6acc53f3b6bcb2b093ba14a6030dd7c45f3f502c47735f1eb3bb36b539a7cd2ff703929e43dadc70939393c> /UE <b48c1fd2bafd13957bd2c14f959a26f4c535201b9d50da9a0cafd2f727dc2236> /P -3904 /Perms <c04c86590b03afcbec40cebf1cedcb25> >>",
  },
  {
    title: "revision 5",
    opens: false,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 5 /Length 256 /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF /R 5 /O <15d4e4e276fd598c56e47dbd4aa17063de5f2c5f6190136d67306df96cd20c6fd601925c35920ff7469c799096e64b1e> /OE <bc2fbccc2bfccf7b39e6473f2cf14d46938a060fba30deb9de261ae30346a164> /U <5530d8354f462f229112626c1c8424f9aa986621dba8c32a623c3f4a1c0e51a100ac9e081c222e2ac7516e1ccbf16aa8> /UE <09dee3c42758eaa1025b6c84e4df780bd00dbc7f2d58c50868e1cb60e2428809> /P -3904 /Perms <83c88a3bf0acd469b75503b71c5442c3> >>",
  },
  {
    title: "revision 4, metadata in the clear",
    opens: true,
    id: "<9a23d796591fa413c42f8238f5639533>",
    dictionary:
      "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /EncryptMetadata false /Filter /Standard /Length 128 /O <566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <126b9f386360e93f36a6a28e8e3488130122456a91bae5134273a6db134c87c4> /V 4 >>",
  },
  {
    title: "revision 6",
    opens: true,
    id: "<9a23d796591fa413c42f8238f5639533>",
    dictionary:
      "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <4df113909b4729ad565327dffffa0e3ced6d9c98aae15c8116225bfd322ea692f27f97c79eb3653cb6f097f95fbfa4d1> /OE <5f17d70ad0c95ac2c10a6475fed8144fb4112d7c2204f91fbe745d15bb24242d> /P -4 /Perms <c05f519a52a54e628afe81e5e92de438> /R 6 /StmF /StdCF /StrF /StdCF /U <ca08ce476618429ed9f10c31732aa5eefa7b887b72f81a1249e56643f6346bda7481b9c5d7fe2fc3a37c72e7745923d7> /UE <0e6b02292f41225811c42a30581c70fbbca5b1ee6f0dcfae10bb1d6d01bdaee5> /V 5 >>",
  },
  {
    title: "revision 6",
    opens: false,
    id: "<9a23d796591fa413c42f8238f5639533>",
    dictionary:
      "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <d11607dfc8eb1ba6b93594d04c1c14e5622622f4a8d7f46c321115be8e8a1f3020a394c98a42f24b41fd29514ab0c3b5> /OE <a46810f0c21b8432c8104e4e9d8a6f0b90df159ec6cbae90c8bf49410a962a39> /P -4 /Perms <0f28e8cd2aaa2b5c5b25c1e48f94dcbe> /R 6 /StmF /StdCF /StrF /StdCF /U <59a43064fe9a98085b624eba7e1dc5a31ab13d0d4a430f6e40a77a9d5c8ac79101b98fcb9c0e47d3e890f2e01dd9b7d7> /UE <02a9425a07684cf3306ef4fc24b75bf082544aa9afac915d6f4834231d7fc842> /V 5 >>",
  },
  {
    title: "revision 4",
    opens: true,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 4 /Length 128 /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF /R 4 /O <566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5> /U <a252112ac9941a25f398f905e71c4bee00000000000000000000000000000000> /P -3904 >>",
  },
  {
    title: "revision 4",
    opens: false,
    id: "<3ac15fce5c641eb72a805eb90f099556>",
    dictionary:
      "<< /Filter /Standard /V 4 /Length 128 /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF /R 4 /O <0ba3835f88f90388e74e54584125ce142be0de24c6b0d37746e075b891756671> /U <9248e419dcf60cf399b686c98d15a01400000000000000000000000000000000> /P -3904 >>",
  },
] as const;

/** A PDF with such a dictionary. */
export function encryptedPdf({ id, dictionary }: { id: string; dictionary: string }): Buffer {
  return Buffer.from(
    `%PDF-1.7\n15 0 obj\n<< /Type /Catalog >>\nendobj\n5 0 obj\n${dictionary}\nendobj\ntrailer\n<< /Root 15 0 R /Encrypt 5 0 R /ID [ ${id} ${id} ] >>\nstartxref\n9\n%%EOF\n`,
    "latin1",
  );
}

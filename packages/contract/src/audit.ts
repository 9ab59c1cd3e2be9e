import { z } from "zod";

const hashSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({ description: "SHA-256，base64url", examples: ["47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"] });
const sizeSchema = z.int().min(1).meta({ description: "记录条数" });

/** The audit trail's tree at a size, signed. The signature is of the text that `docs/verify-proof.mjs` puts together. */
export const auditCheckpointSchema = z
  .object({
    size: sizeSchema,
    root: hashSchema,
    at: z.iso.datetime({ precision: 3 }).meta({ description: "签署的时刻（UTC，签名按这个写法）" }),
    publicKey: z.string().meta({ description: "Ed25519 公钥，base64url；是否可信请与监察机构保存的核对" }),
    signature: z.string().meta({ description: "Ed25519 签名，base64url" }),
  })
  .meta({ id: "AuditCheckpoint" });

/** That one entry is in the tree of a checkpoint (RFC 6962, section 2.1.1). Nothing of the entry but the hash of its leaf. */
const inclusionSchema = z.object({
  kind: z.literal("inclusion"),
  entry: z.string(),
  position: z.int().min(0),
  leafHash: hashSchema,
  path: z.array(hashSchema),
  checkpoint: auditCheckpointSchema,
});

/** That the tree of `to` entries goes on from that of `from` (RFC 6962, section 2.1.2). */
const consistencySchema = z.object({
  kind: z.literal("consistency"),
  from: sizeSchema,
  to: sizeSchema,
  path: z.array(hashSchema),
});

export const auditProofSchema = z
  .discriminatedUnion("kind", [inclusionSchema, consistencySchema])
  .meta({ id: "AuditProof" });
export type AuditProof = z.infer<typeof auditProofSchema>;

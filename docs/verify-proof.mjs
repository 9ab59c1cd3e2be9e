// Checks, with Node alone and offline, that an audit entry is under a signed checkpoint of Shifan:
//   node verify-proof.mjs PROOF.json PUBLIC_KEY [BODY]
// PROOF.json: what /api/v1/public/audit/proof?entry=… answered. PUBLIC_KEY: the checkpoints' key as you have kept it, not as the proof names it.
// BODY: a file that holds the body of the entry, byte for byte; with it the entry itself is proved, without it a hash.
// Exit: 0 proved, 1 not proved, 2 unusable arguments. Hashing: RFC 6962, section 2.1; check: RFC 9162, section 2.1.3.2; signature: Ed25519.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();
const bytes = (text) => Buffer.from(text, "base64url");
const hashNode = (left, right) => sha256(Buffer.of(1), left, right);

function isSigned({ size, root, at, publicKey, signature }) {
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  const text = `shifan audit checkpoint 1\n${size}\n${root}\n${at}\n${publicKey}\n`;
  return verify(null, Buffer.from(text), key, bytes(signature));
}

function leadsToRoot({ position, leafHash, path, checkpoint }) {
  if (!(position >= 0 && position < checkpoint.size)) return false;
  let [index, last, hash] = [position, checkpoint.size - 1, bytes(leafHash)];
  const climb = () => {
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  };
  for (const sibling of path.map(bytes)) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      hash = hashNode(sibling, hash);
      while (index % 2 === 0 && index !== 0) climb();
    } else hash = hashNode(hash, sibling);
    climb();
  }
  return last === 0 && hash.equals(bytes(checkpoint.root));
}

function judge(proof, publicKey, body) {
  if (proof.checkpoint.publicKey !== publicKey) return "检查点的公钥与您给的不同";
  if (!isSigned(proof.checkpoint)) return "检查点的签名不成立";
  if (body && !sha256(Buffer.of(0), body).equals(bytes(proof.leafHash))) return "条目的全文与证明里的指纹不同";
  if (!leadsToRoot(proof)) return "证明不能从条目推到检查点的根";
  return null;
}

const [proofFile, publicKey, bodyFile, ...others] = process.argv.slice(2);
try {
  if (!publicKey || others.length > 0) throw new Error("用法：node verify-proof.mjs 证明.json 公钥 [条目全文文件]");
  const proof = JSON.parse(readFileSync(proofFile, "utf8"));
  const objection = judge(proof, publicKey, bodyFile && readFileSync(bodyFile));
  console.log(
    objection ??
      `成立：位置 ${proof.position} 的条目在 ${proof.checkpoint.size} 条的检查点里（${proof.checkpoint.at}）`,
  );
  process.exitCode = objection === null ? 0 : 1;
} catch (cause) {
  console.error(`没有核对：${cause.message}`);
  process.exitCode = 2;
}

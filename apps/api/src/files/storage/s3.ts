import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { AwsS3StorageAdapter } from "@flystorage/aws-s3";
import { type FileContents, FileStorage, type MiscellaneousOptions } from "@flystorage/file-storage";
import type { FilesLocation } from "../../settings.ts";
import type { ByteRange } from "../range.ts";
import { type ContentStorage, contentFolder, createContentStorage } from "./storage.ts";

/** The storage in a bucket, of Amazon or of whoever speaks its language. */
export function openBucket(
  { bucket, prefix, endpoint, region, credentials }: FilesLocation,
  folder = contentFolder,
): ContentStorage {
  const client = new S3Client({
    region,
    // Without credentials in FILES_URL the usual places are searched: the machine's role, the variables of AWS.
    ...(credentials === null ? {} : { credentials }),
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // Storages of others do not know the newer checksums; the content is held against its SHA-256 in any case.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return createContentStorage(new FileStorage(new RangedBucketAdapter(client, { bucket, prefix })), folder);
}

/** The adapter reads whole objects only. */
class RangedBucketAdapter extends AwsS3StorageAdapter {
  private readonly own: { client: S3Client; bucket: string; prefix: string };

  constructor(client: S3Client, { bucket, prefix }: { bucket: string; prefix: string }) {
    super(client, { bucket, prefix });
    this.own = { client, bucket, prefix };
  }

  override async read(path: string, options: MiscellaneousOptions): Promise<FileContents> {
    const range: ByteRange | undefined = options.range;
    if (range === undefined) return super.read(path, options);
    const { client, bucket, prefix } = this.own;
    const Key = prefix === "" ? path : `${prefix}/${path}`;
    const { Body } = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key, Range: `bytes=${range.start}-${range.end}` }),
    );
    if (Body === undefined) throw new Error("the bucket answered with nothing");
    return Body as FileContents;
  }
}

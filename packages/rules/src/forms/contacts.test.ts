import { describe, expect, test } from "vitest";
import { readEmail, readMobile, readPhone, readPostcode, readWebsite } from "./contacts.ts";

type Reader = (text: string) => string | undefined;

const readers: Readonly<Record<string, Reader>> = { readEmail, readMobile, readPhone, readPostcode, readWebsite };

describe("contacts", () => {
  test.each<[string, string, string | undefined]>([
    ["readMobile", "13800000001", "13800000001"],
    ["readMobile", "+86 138-0000-0001", "13800000001"],
    ["readMobile", "００８６１３８００００００01", "13800000001"],
    ["readMobile", "86-13800000001", undefined],
    ["readMobile", "12800000001", undefined],
    ["readMobile", "1380000000", undefined],
    ["readMobile", "138000000011", undefined],
    ["readMobile", "0371-67886827", undefined],
    ["readPhone", "13800000001", "13800000001"],
    ["readPhone", "0371-67886827", "0371-67886827"],
    ["readPhone", "0371－67886827", "0371-67886827"],
    ["readPhone", "0371—67886827", "0371-67886827"],
    ["readPhone", "037167886827", "037167886827"],
    ["readPhone", "(0371)67886827", "0371-67886827"],
    ["readPhone", "（0371）-67886827", "0371-67886827"],
    ["readPhone", "0371-67886827转802", "0371-67886827-802"],
    ["readPhone", "0371-67886827-123456", "0371-67886827-123456"],
    ["readPhone", "0371-67886827-1234567", undefined],
    ["readPhone", "010-88886666", "010-88886666"],
    ["readPhone", "67886827", undefined],
    ["readPhone", "400-123-4567", "4001234567"],
    ["readPhone", "8001234567", "8001234567"],
    ["readPhone", "500-123-4567", undefined],
    ["readPhone", "电话", undefined],
    ["readEmail", "office@example.com", "office@example.com"],
    ["readEmail", " Ｏffice＠example.com ", "Office@example.com"],
    ["readEmail", "office@example", undefined],
    ["readEmail", "office.example.com", undefined],
    ["readEmail", "a@b@example.com", undefined],
    ["readEmail", `${"a".repeat(65)}@example.com`, undefined],
    ["readEmail", `a@${"b".repeat(250)}.com`, undefined],
    ["readPostcode", "450000", "450000"],
    ["readPostcode", "４５００００", "450000"],
    ["readPostcode", "45000", undefined],
    ["readPostcode", "4500000", undefined],
    ["readPostcode", "45000a", undefined],
    ["readWebsite", "www.example.com", "www.example.com"],
    ["readWebsite", "https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
    ["readWebsite", "HTTP://example.com:8080", "HTTP://example.com:8080"],
    ["readWebsite", "某某服务.中国", "某某服务.中国"],
    ["readWebsite", "example", undefined],
    ["readWebsite", "javascript:alert(1)", undefined],
    ["readWebsite", "ftp://example.com", undefined],
    ["readWebsite", "office@example.com", undefined],
    ["readWebsite", "http://example.com:99999", undefined],
    ["readWebsite", "无", undefined],
  ])("%s %s", (reader, text, wanted) => {
    expect(readers[reader]?.(text)).toBe(wanted);
  });
});

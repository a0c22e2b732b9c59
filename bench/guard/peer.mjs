// The same texts through redact-pii, one after the other, in one thread.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const { SyncRedactor } = createRequire(process.argv[3] + "/")("redact-pii");
const texts = readFileSync(process.argv[2], "utf8").trimEnd().split("\n");
const redactor = new SyncRedactor();
let sink = 0;
for (let i = 0; i < 3000; i++) sink += redactor.redact(texts[i % texts.length]).length;
const took = [];
for (let i = 0; i < 6000; i++) {
  const began = process.hrtime.bigint();
  sink += redactor.redact(texts[i % texts.length]).length;
  took.push(Number(process.hrtime.bigint() - began) / 1000);
}
took.sort((one, other) => one - other);
console.log(`${took[took.length >> 1].toFixed(1)} ${took[Math.floor(took.length * 0.99)].toFixed(1)}`);

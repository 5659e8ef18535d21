// Certificates made for a test: self-signed ones, and those of a CA.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { run } from "./place.js";

const KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** Writes `{name}.pem` and `{name}.key` into a folder and reads them. */
export async function selfSigned(folder, name, host = "console.example", days = 90) {
  const [key, pem] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  await run("openssl", [
    ...["req", "-x509", ...KEY, "-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`],
    ...["-days", String(days), "-keyout", key, "-out", pem],
  ]);
  return { key: await readFile(key, "utf8"), cert: await readFile(pem, "utf8") };
}

/** A certificate of a CA by way of an intermediate one, as companies have them. */
export async function ofAuthority(folder, host = "console.example") {
  const at = (name) => join(folder, name);
  await selfSigned(folder, "root", "Root");
  const sign = async (name, subject, issuer, extensions) => {
    await run("sh", [
      "-ec",
      `openssl req ${KEY.join(" ")} -subj "/CN=$2" -keyout "$1.key" -out "$1.csr"
       printf '%s\\n' "$4" > "$1.ext"
       openssl x509 -req -in "$1.csr" -CA "$3.pem" -CAkey "$3.key" -CAcreateserial -days 90 \\
         -extfile "$1.ext" -out "$1.pem"`,
      ...["sh", at(name), subject, at(issuer), extensions],
    ]);
  };
  await sign("intermediate", "Intermediate", "root", "basicConstraints=critical,CA:TRUE");
  await sign("leaf", host, "intermediate", `subjectAltName=DNS:${host}`);
  const read = (name) => readFile(at(name), "utf8");
  return {
    root: await read("root.pem"),
    key: await read("leaf.key"),
    cert: (await read("leaf.pem")) + (await read("intermediate.pem")),
  };
}

/** A proof as text, as described by `docs/proof.schema.json`, and the digests that it carries. */
import { createHash } from 'node:crypto';
import type { Proof } from '../../verify/proof.ts';

export function proofJson(proof: Omit<Proof, 'seal'>): string {
  const { format, version, file, digest, facts, constraints, conflicts } = proof;
  // One line for each: a program reads it all the same, and a person can search it.
  const list = (all: readonly object[]): string =>
    all.length === 0 ? '[]' : `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  return [
    `{"format":"${format}","version":${version},"file":${JSON.stringify(file)},"digest":"${digest}"`,
    `"facts":${list(facts)}`,
    `"constraints":${list(constraints)}`,
    `"conflicts":${list(conflicts)}`,
    `"seal":"${sealOf(proof)}"}\n`,
  ].join(',\n');
}

/** Of everything but the seal itself. */
export function sealOf(proof: Omit<Proof, 'seal'>): string {
  const { format, version, file, digest, facts, constraints, conflicts } = proof;
  return digestOf(JSON.stringify({ format, version, file, digest, facts, constraints, conflicts }));
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

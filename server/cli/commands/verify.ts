/** `gouji verify PROOF FILE`: redoes a proof with arithmetic of its own, and names what does not agree. */
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { kindOf } from '../../project/file-kind.ts';
import type { Proof } from '../../verify/proof.ts';
import { proofSchema } from '../../verify/proof-schema.ts';
import { type Discrepancy, type DiscrepancyCode, verify } from '../../verify/verify.ts';
import { digestOf, sealOf } from '../formats/proof-json.ts';
import type { MessageKey } from '../messages.ts';
import { type ExitCode, Failure, type Session } from '../session.ts';
import { readTextFile } from '../source.ts';

/** Whoever compares the wrong files need not read a line for each figure. */
const MOST_LINES = 50;

export async function verifyProof(
  proofName: string,
  name: string,
  session: Session,
): Promise<ExitCode> {
  const { say, cwd } = session;
  const proof = readProof(proofName, session);
  const { text } = readTextFile({ name, path: resolve(cwd, name), kind: kindOf(name) }, session);
  const lines: string[] = [];
  if (digestOf(text) !== proof.digest) lines.push(say('verifyDigest', { file: name }));
  if (sealOf(proof) !== proof.seal) lines.push(say('verifySeal', { file: proofName }));
  for (const one of verify(proof, text)) lines.push(discrepancyLine(one, name, session));
  for (const line of lines.slice(0, MOST_LINES)) session.write(`${line}\n`);
  const rest = lines.length - MOST_LINES;
  if (rest > 0) session.write(`${say('proofMore', { count: rest })}\n`);
  const { facts, constraints, conflicts } = proof;
  const counts = {
    facts: facts.length,
    constraints: constraints.length,
    conflicts: conflicts.length,
    count: lines.length,
  };
  session.write(`${say(lines.length === 0 ? 'proofHolds' : 'proofFails', counts)}\n`);
  return lines.length === 0 ? 0 : 1;
}

function readProof(name: string, session: Session): Proof {
  const { say, cwd } = session;
  const { text } = readTextFile({ name, path: resolve(cwd, name), kind: 'original' }, session);
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Failure(say('proofNoJson', { file: name }));
  }
  const validate = new Ajv({ strict: false }).compile<Proof>(proofSchema);
  if (!validate(content)) {
    const [fault] = validate.errors ?? [];
    throw new Failure(say('proofShape', { file: name, where: fault?.instancePath || '/' }));
  }
  return content;
}

const words: Readonly<Record<DiscrepancyCode, MessageKey>> = {
  text: 'verifyText',
  value: 'verifyValue',
  precision: 'verifyPrecision',
  difference: 'verifyDifference',
  verdict: 'verifyVerdict',
  set: 'verifySet',
  repair: 'verifyRepair',
  unknown: 'verifyUnknown',
};

function discrepancyLine(
  { code, where, place, stated, found }: Discrepancy,
  file: string,
  { say }: Session,
): string {
  const at = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  return `${at} ${where} ${say(words[code], { stated, found })}`;
}

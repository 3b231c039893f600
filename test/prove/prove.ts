import { type AnalysisInput, analyse } from '../../server/analysis.ts';
import { digestOf, sealOf } from '../../server/cli/formats/proof-json.ts';
import { Positions } from '../../server/project/positions.ts';
import { proofOf } from '../../server/prove/proof.ts';
import type { Proof } from '../../server/verify/proof.ts';

/** The proof of a source, as the command writes it. */
export function proved(text: string, others?: AnalysisInput['others']): Proof {
  const positions = new Positions(text);
  const proof = proofOf(analyse({ text, others }), {
    name: 'report.gouji',
    digest: digestOf(text),
    text,
    language: 'zh',
    place: ({ start, end }) => ({ ...positions.at(start), start, end }),
  });
  return { ...proof, seal: sealOf(proof) };
}

import type { Range } from '../../grammar/syntax-tree.ts';
import { type Analysis, type AnalysisInput, analyse } from '../../server/analysis.ts';
import { digestOf, sealOf } from '../../server/cli/formats/proof-json.ts';
import { Original } from '../../server/cli/original.ts';
import { Positions } from '../../server/project/positions.ts';
import { proofOf } from '../../server/prove/proof.ts';
import type { Proof } from '../../server/verify/proof.ts';

/** The proof of a source, as the command writes it. */
export function proved(text: string, others?: AnalysisInput['others']): Proof {
  return proofIn(text, analyse({ text, others }), (range) => range);
}

/** The proof of a published original. */
export function provedOriginal(text: string): Proof {
  const original = new Original(text);
  const analysis = analyse({ text: original.report, published: true });
  return proofIn(text, analysis, (range) => original.originalRange(range));
}

function proofIn(text: string, analysis: Analysis, rangeOf: (range: Range) => Range): Proof {
  const positions = new Positions(text);
  const proof = proofOf(analysis, {
    name: 'report.gouji',
    digest: digestOf(text),
    text,
    language: 'zh',
    place(range) {
      const { start, end } = rangeOf(range);
      return { ...positions.at(start), start, end };
    },
  });
  return { ...proof, seal: sealOf(proof) };
}

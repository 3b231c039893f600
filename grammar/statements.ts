import { isBlank } from './characters.ts';
import { FUNCTIONS } from './functions.ts';
import type { AssertionParts, DefinitionParts } from './line-parser.ts';
import { readLine } from './read-line.ts';
import type { SyntaxProblem, Vocabulary } from './syntax-tree.ts';
import { foldWidth } from './width.ts';

/**
 * Lines that begin like a statement. "Never by surprise": what turns out to be none is prose, and an error only where it
 * plainly meant to be one, that is where it holds a reference or a known function.
 */
export type Statement<T> =
  | { readonly kind: 'read'; readonly parts: T }
  | { readonly kind: 'broken'; readonly problem: SyntaxProblem }
  | { readonly kind: 'prose' };

const PROSE = { kind: 'prose' } as const;

/** `设 名称 =` is plain enough to be a definition even while its expression is still being typed. */
const BEGUN_DEFINITION = /^设[ ]+[^\s=，。；：、,.;:()[\]]+ *=/;

export function readDefinition(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): Statement<DefinitionParts> {
  const line = foldWidth(text.slice(start, end));
  if (!line.includes('=')) return PROSE;
  const begun = BEGUN_DEFINITION.test(line);
  if (!begun && !meansStatement(line, vocabulary)) return PROSE;
  const { value, problem } = readLine('definition', 'definition', text, start, end);
  if (value) {
    const relation = line.slice(value.name.end - start, value.expression.start - start).trim();
    if (relation.startsWith('=')) return { kind: 'read', parts: value };
    return broken('equals-expected', value.name.end, value.expression.start, relation);
  }
  return problem ? { kind: 'broken', problem } : PROSE;
}

export function readAssertion(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): Statement<AssertionParts> {
  const line = foldWidth(text.slice(start, end));
  const related = /[=≠≤≥<>≦≧]/.test(line);
  const refers = holdsReference(line, vocabulary);
  const spaced = isBlank(text.charCodeAt(start + 2));
  if (!related && !refers) return PROSE;
  const meant = refers || (related && holdsFunction(line));
  if (!meant && !spaced) return PROSE;
  const { value, problem } = readLine('assertion', 'assertion', text, start, end);
  if (value) return { kind: 'read', parts: value };
  return meant && problem ? { kind: 'broken', problem } : PROSE;
}

function broken(code: string, start: number, end: number, found: string): Statement<never> {
  return { kind: 'broken', problem: { code, data: { found }, start, end } };
}

function meansStatement(line: string, vocabulary: Vocabulary): boolean {
  return holdsReference(line, vocabulary) || holdsFunction(line);
}

const BEFORE_STEP = /([\p{L}\p{N}_"]{1,40}) *[.[【]/gu;

/** `公开03表[`, `上年.`, `财政拨款收入支出决算总表.`: the name of a form, or a scope, with a step after it. Width-folded text. */
export function holdsReference(line: string, vocabulary: Vocabulary): boolean {
  for (const found of line.matchAll(BEFORE_STEP)) {
    const name = found[1] ?? '';
    if (/(?:上年|下级)$/.test(name) && found[0].endsWith('.')) return true;
    const number = /公开\d{1,3}表$/.exec(name);
    if (number) return true;
    if (name.endsWith('表') && vocabulary.formKey(name.replace(/^(?:核对|设)/, '')) !== undefined)
      return true;
  }
  return false;
}

const CALL = /(\p{L}{2,4}) *\(/gu;

/** `合计(`: a known function with a bracket. Width-folded text. */
function holdsFunction(line: string): boolean {
  for (const found of line.matchAll(CALL)) {
    const word = found[1] ?? '';
    for (const name of FUNCTIONS.keys()) if (word.endsWith(name)) return true;
  }
  return false;
}

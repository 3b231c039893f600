import { isFigure } from '../../grammar/figures.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { Binding, Paragraph } from '../../grammar/syntax-tree.ts';
import type { Profile } from '../report/form.ts';
import { plainLabel, withoutOrdinal } from '../report/label.ts';
import type { OtherReports, Report } from '../report/model.ts';
import type { Claim, Narrative } from './claim.ts';
import { noteEndZeros } from './end-zeros.ts';
import { ParagraphFigures } from './paragraph-figures.ts';
import { ParagraphReader } from './paragraph-reader.ts';
import { type ParagraphReading, ParagraphReadings } from './paragraph-readings.ts';
import type { FigureDraft } from './reading.ts';
import { type SectionPlace, sectionPlaces } from './sections.ts';
import type { ParagraphScope } from './speaking.ts';
import { Statements } from './statements.ts';
import { subjectIndex } from './subject-index.ts';

/** Words that claim something without a figure. */
const SAYS_WITHOUT_FIGURES =
  /没有|无|未|包括|持平|一致|差异|[大小等高低]于|（[^（）]{0,5}项）|\([^()]{0,5}项\)/;

/** A paragraph without figures that is no longer may name what the next one speaks of. */
const SHORT = 60;

/**
 * Reads the narrative of a report: its figures, and what it claims of them. Total, and linear in the text. `readings` may
 * know some of its paragraphs.
 */
export function readNarrative(
  report: Report,
  profile: Profile,
  others: OtherReports,
  readings = new ParagraphReadings(),
): Narrative {
  const { tree } = report;
  const index = subjectIndex(profile, report, others);
  const statements = new Statements(index);
  const reader = new ParagraphReader(index, statements, report.header.year);
  const figures: FigureDraft[] = [];
  // Step by step over the whole text, not all steps paragraph by paragraph: a fifth faster.
  const paragraphs = narrativeParagraphs(report, profile, readings);
  for (const one of paragraphs) for (const draft of one.figures.drafts) figures.push(draft);
  noteEndZeros(figures, report.header.unit);
  const read = paragraphs.map(({ reading }) => readings.sentences(tree, reading));
  for (const [at, one] of paragraphs.entries()) {
    const scope = scopeOf(report, one.paragraph, one.place);
    reader.read(read[at] ?? [], one.figures, scope, one.place.heading?.end ?? -1);
  }
  statements.finish();
  const { claims, misnamed, graded } = statements;
  if (!claims.every((claim, at) => at === 0 || order(claims[at - 1] as Claim, claim) <= 0))
    claims.sort(order);
  return { figures, claims, misnamed, graded, reasons: reader.reasons };
}

function order(a: Claim, b: Claim): number {
  return a.start - b.start || a.end - b.end;
}

interface NarrativeParagraph {
  readonly paragraph: Paragraph;
  readonly place: SectionPlace;
  readonly reading: ParagraphReading;
  readonly figures: ParagraphFigures;
}

/** The paragraphs that may claim something, with their figures. */
function narrativeParagraphs(
  { tree }: Report,
  profile: Profile,
  readings: ParagraphReadings,
): NarrativeParagraph[] {
  const places = sectionPlaces(tree, profile, readings.steps);
  const found: NarrativeParagraph[] = [];
  for (const [at, paragraph] of tree.paragraphs.entries()) {
    const place = places[at];
    if (!place?.narrative) continue;
    const reading = readings.of(tree, paragraph);
    const figures = figuresOf(paragraph, reading.numbers, place);
    if (figures.drafts.length === 0 && !mayClaim(tree.text, paragraph)) continue;
    found.push({ paragraph, place, reading, figures });
  }
  return found;
}

function mayClaim(text: string, { start, end }: Paragraph): boolean {
  return end - start <= SHORT || SAYS_WITHOUT_FIGURES.test(text.slice(start, end));
}

function figuresOf(
  paragraph: Paragraph,
  numbers: readonly ProseNumber[],
  place: SectionPlace,
): ParagraphFigures {
  const drafts: FigureDraft[] = [];
  const section = place.sections[0]?.key;
  const bindings = bindingsOf(paragraph);
  let next = 0;
  for (const number of numbers) {
    if (!isFigure(number)) continue;
    while ((bindings[next]?.figure.end ?? Number.POSITIVE_INFINITY) <= number.start) next++;
    const binding = bindings[next];
    drafts.push({
      number,
      start: number.start,
      end: number.end,
      subject: undefined,
      aspect: undefined,
      section,
      closeness: 'exact',
      bound: binding !== undefined && binding.figure.start <= number.start,
      zeros: 'digits',
    });
  }
  return new ParagraphFigures(drafts);
}

const NO_BINDINGS: readonly Binding[] = [];

function bindingsOf({ lines }: Paragraph): readonly Binding[] {
  return lines.some((line) => line.bindings.length > 0)
    ? lines.flatMap((line) => line.bindings)
    : NO_BINDINGS;
}

/** An item's heading (`#### 1. 因公出国（境）费`) names what the paragraphs below it speak of; a section's does not. */
function scopeOf({ tree }: Report, paragraph: Paragraph, place: SectionPlace): ParagraphScope {
  const title = tree.headings[paragraph.heading]?.title.value ?? '';
  const item = ITEM.test(title) ? withoutOrdinal(plainLabel(title)) : undefined;
  return { sections: place.sections, heading: paragraph.heading, headingWords: item };
}

const ITEM = /^[\s*]*(?:[0-9０-９]{1,2}\s*[.．、]|[(（]\s*[0-9０-９]{1,2}\s*[)）]|[①-⑳])/;

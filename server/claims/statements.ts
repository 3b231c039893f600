/**
 * All that the narrative has stated, by subject: what makes claims between sentences. A quantity that is stated again must be
 * the same; what a section states must add up by its identities; the items of a section are its total.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { NarrativeIdentity, SectionDefinition } from '../report/narrative.ts';
import type { Aspect, Claim, GradedScore, Misnamed, Operand } from './claim.ts';
import { followed, type IdentitySides, identitySides } from './identity-sides.ts';
import { hasMoney } from './list-claims.ts';
import {
  type FigureDraft,
  figureOperand,
  isGiven,
  isUsable,
  placeOperand,
  type Reading,
} from './reading.ts';
import { type NamedRow, rowsNamed } from './row-list.ts';
import { Shares } from './shares.ts';
import type { Candidate, SubjectIndex } from './subject.ts';
import type { PartsOfCount } from './unnamed-parts.ts';

interface Where {
  readonly sections: readonly SectionDefinition[];
  readonly range: Range;
}

/** Figures of each name, in order of place. */
type StatedNames = Map<string, FigureDraft[]>;

/** The coded rows that a section's sentences name one by one. */
interface Items {
  readonly finals: FigureDraft[];
  readonly budgets: FigureDraft[];
  /** The codes that it states something of, by aspect. */
  readonly codes: Map<Aspect, Set<string>>;
  readonly classes: NamedRow[];
  /** 项 with an initial budget of their own. */
  readonly rows: NamedRow[];
  range: Range;
}

export class Statements {
  readonly claims: Claim[] = [];
  readonly misnamed: Misnamed[] = [];
  readonly graded: GradedScore[] = [];
  readonly #index: SubjectIndex;
  /** First figure of a subject, whatever section states it: by aspect, then by its name. */
  readonly #first = new Map<string, Map<string, FigureDraft>>();
  /** Final figures by section and subject name. */
  readonly #bySection = new Map<SectionDefinition, StatedNames>();
  readonly #items = new Map<SectionDefinition, Items>();
  readonly #shares = new Shares();
  readonly #spoilt = new Set<Aspect>();
  readonly #missed = new Set<SectionDefinition>();
  /** By the name of what they are parts of. */
  readonly #unnamed = new Map<string, PartsOfCount>();

  constructor(index: SubjectIndex) {
    this.#index = index;
  }

  /**
   * Notes a figure. `key` tells apart what one subject may have several of (年初预算, 全年预算); where the tables confirm it
   * no other sentence is needed to.
   */
  state(
    figure: FigureDraft,
    candidate: Candidate,
    aspect: Aspect,
    key: string,
    confirmed: boolean,
    { sections, range }: Where,
  ): void {
    const { name } = candidate;
    if (!isUsable(figure)) {
      // A sum over items one of which cannot be read would be short of it.
      if (candidate.coded) {
        this.#spoilt.add(aspect);
        this.#item(figure, candidate, aspect, sections, range);
      }
      return;
    }
    const stated = this.#first.get(key);
    const first = stated?.get(name);
    if (!stated) this.#first.set(key, new Map([[name, figure]]));
    else if (!first) stated.set(name, figure);
    else if (!confirmed && first !== figure && isRepeatable(candidate) && isPlain(figure)) {
      const [section] = sections;
      this.claims.push({
        kind: 'same',
        figure,
        other: first,
        start: range.start,
        end: range.end,
        catalogue: section?.catalogue ?? 'N',
        section: section?.key,
      });
    }
    if (aspect !== 'budget' && aspect !== 'last-year') {
      for (const section of sections) {
        const names: StatedNames = this.#bySection.get(section) ?? new Map();
        if (names.size === 0) this.#bySection.set(section, names);
        const figures = names.get(name);
        if (figures) figures.push(figure);
        else names.set(name, [figure]);
      }
    }
    if (candidate.coded) this.#item(figure, candidate, aspect, sections, range);
  }

  readonly misname = (found: Misnamed): void => {
    this.misnamed.push(found);
  };

  /** Notes a share of a whole; `judged`: a claim of its own divides the two. */
  share(
    figure: FigureDraft,
    { candidate }: Pick<Reading, 'candidate'>,
    whole: string | undefined,
    judged: boolean,
    { sections, range }: Where,
  ): void {
    if (!candidate || whole === undefined || !isUsable(figure) || !isPlain(figure)) return;
    for (const section of sections)
      this.#shares.note(section, whole, candidate, figure, range, judged);
  }

  /** Parts of a count, of which some have no name. */
  takeParts(parts: PartsOfCount, [section]: readonly SectionDefinition[]): void {
    if (!parts.only) {
      if (!this.#unnamed.has(parts.name)) this.#unnamed.set(parts.name, parts);
      return;
    }
    const last = parts.unnamed.at(-1);
    if (!last || parts.unnamed.length < 2) return;
    const { start, end } = last;
    this.claims.push({
      kind: 'sum',
      identity: { ...UNNAMED_PARTS, statement: `${parts.name} = 各部分之和` },
      total: { kind: 'figure', figure: parts.total },
      parts: parts.unnamed.map((figure) => ({ kind: 'figure', figure })),
      complete: false,
      start,
      end,
      catalogue: section?.catalogue ?? 'N',
      section: section?.key,
    });
  }

  /** An item was not understood: the items that were are not all. */
  missItem(sections: readonly SectionDefinition[]): void {
    for (const section of sections) this.#missed.add(section);
  }

  /** The value of a subject that some sentence stated. */
  operandOf(name: string | undefined): Operand | undefined {
    return name === undefined ? undefined : figureOperand(this.#first.get('final')?.get(name));
  }

  /** Claims over whole sections, once all is read. */
  finish(): void {
    for (const [section, names] of this.#bySection) {
      for (const identity of followed(section.identities, names)) {
        this.#identity(section, identity, names);
      }
    }
    for (const [section, items] of this.#items) this.#itemSums(section, items);
    for (const { section, total, figures, range } of this.#shares.wholes(this.#isNothing)) {
      this.claims.push({
        kind: 'shares',
        figures,
        whole: this.#operand(total, this.#bySection.get(section) ?? NO_NAMES),
        start: range.start,
        end: range.end,
        catalogue: section.catalogue,
        section: section.key,
      });
    }
  }

  /** Whether there is nothing of a part that no sentence gives a share of. */
  readonly #isNothing = (section: SectionDefinition, name: string): boolean => {
    const [stated] = this.#bySection.get(section)?.get(name) ?? [];
    if (stated) return stated.number.units === 0;
    const places = this.#index.named(name)?.final.filter(isGiven) ?? [];
    return places.length > 0 && !places.some(hasMoney);
  };

  // ---- identities of sections --------------------------------------------------------------------------------------------

  #identity(
    section: SectionDefinition,
    identity: NarrativeIdentity,
    names: ReadonlyMap<string, readonly FigureDraft[]>,
  ): void {
    const sides = identitySides(identity);
    if (!sides) return;
    // What must not be exceeded here may have been stated in another section: 保有量 in 三公, all vehicles in 资产.
    const lesser =
      sides.relation === '≤' ? this.#countedElsewhere(sides.parts[0], names) : undefined;
    const parts = lesser ? [lesser] : sides.parts.flatMap((name) => names.get(name)?.[0] ?? []);
    const [first] = parts;
    if (!first || parts.length + (names.has(sides.total) ? 1 : 0) < 2) return;
    const last = parts.reduce((a, b) => (a.start > b.start ? a : b));
    const base = {
      start: last.start,
      end: last.end,
      catalogue: identity.id,
      section: section.key,
    };
    const total = this.#operand(sides.total, names, first);
    if (!total) return;
    if (sides.relation === '=') this.#sum(section, identity, sides, total, names, base);
    else {
      const [part] = sides.parts;
      const other = lesser
        ? figureOperand(lesser)
        : part === undefined
          ? undefined
          : this.#operand(part, names);
      if (other) {
        this.claims.push({ kind: 'bound', identity, lesser: other, greater: total, ...base });
      }
    }
  }

  #countedElsewhere(
    name: string | undefined,
    names: ReadonlyMap<string, readonly FigureDraft[]>,
  ): FigureDraft | undefined {
    return name === undefined || names.has(name) ? undefined : this.#first.get('count')?.get(name);
  }

  #sum(
    section: SectionDefinition,
    identity: NarrativeIdentity,
    sides: IdentitySides,
    total: Operand,
    names: ReadonlyMap<string, readonly FigureDraft[]>,
    base: { start: number; end: number; catalogue: string; section: string },
  ): void {
    const parts = sides.parts.map((name) => {
      const own = this.#operand(name, names);
      return own ? [own] : this.#instead(section, name, names);
    });
    const known = parts.flat();
    if (known.length === 0 || known.every((part) => part.kind === 'place')) return;
    // Where the last kind is stated the others are all told: 其他用车, 差.
    const closed = names.has(sides.parts.at(-1) ?? '');
    const others = this.#unnamed.get(sides.total);
    for (const figure of others?.unnamed ?? []) known.push({ kind: 'figure', figure });
    const complete = (parts.every((part) => part.length > 0) || closed) && !others?.open;
    this.claims.push({ kind: 'sum', identity, total, parts: known, complete, ...base });
  }

  /** Of a part that nothing gives the value of, the parts of its own that are stated: 运行维护费 without 购置及运行维护费. */
  #instead(
    { identities }: SectionDefinition,
    name: string,
    names: ReadonlyMap<string, readonly FigureDraft[]>,
  ): Operand[] {
    for (const identity of identities) {
      const sides = identitySides(identity);
      if (sides?.relation !== '=' || sides.total !== name) continue;
      const stated = sides.parts.flatMap((part) => figureOperand(names.get(part)?.[0]) ?? []);
      if (stated.length > 0) return stated;
    }
    return [];
  }

  /** What the section states last before the given figure, else first; else what a table prints. */
  #operand(
    name: string,
    names: ReadonlyMap<string, readonly FigureDraft[]>,
    before?: FigureDraft,
  ): Operand | undefined {
    const stated = names.get(name);
    const nearest = before && stated?.findLast((figure) => figure.start < before.start);
    return (
      figureOperand(nearest ?? stated?.[0]) ??
      placeOperand(this.#index.named(name)?.final.find(isGiven))
    );
  }

  // ---- items --------------------------------------------------------------------------------------------------------------

  #item(
    figure: FigureDraft,
    { coded, final }: Candidate,
    aspect: Aspect,
    sections: readonly SectionDefinition[],
    range: Range,
  ): void {
    const section = sections.find((one) => coded && one.coded.includes(coded.subjects));
    if (!coded || !section) return;
    let items = this.#items.get(section);
    if (!items) {
      items = { finals: [], budgets: [], codes: new Map(), classes: [], rows: [], range };
      this.#items.set(section, items);
    }
    items.range = range;
    const [place] = final;
    const code = coded.code ?? '';
    const codes = items.codes.get(aspect);
    if (codes?.has(code)) return;
    if (codes) codes.add(code);
    else items.codes.set(aspect, new Set([code]));
    if (coded.level === '项' && coded.subjects.ownBudget) {
      if (aspect === 'final') {
        items.finals.push(figure);
        if (place) items.rows.push({ range, place });
      } else if (aspect === 'budget') items.budgets.push(figure);
    } else if (coded.level === '类' && aspect === 'final' && place && hasMoney(place)) {
      items.classes.push({ range, place });
    }
  }

  #itemSums(section: SectionDefinition, items: Items): void {
    const { start, end } = items.range;
    const base = { start, end, section: section.key };
    if (this.#missed.has(section)) return;
    const finals = [...(items.codes.get('final') ?? [])];
    const classes = rowsNamed(items.classes, finals);
    if (classes) {
      const { table, expected } = classes;
      const catalogue = 'N5.2';
      this.claims.push({ ...OF_ROWS, items: items.classes, table, expected, ...base, catalogue });
    }
    const rows = rowsNamed(items.rows, finals);
    if (rows?.isShort) {
      // Without some of its items nothing can be said of their sum but that.
      const { table, expected } = rows;
      const catalogue = 'N5.3';
      this.claims.push({ ...OF_ROWS, items: items.rows, table, expected, ...base, catalogue });
      return;
    }
    const name = section.shareBase;
    const total = name === undefined ? undefined : this.#index.named(name);
    if (!total || name === undefined) return;
    const final = this.operandOf(name) ?? placeOperand(total.final.find(isGiven));
    if (final && items.finals.length > 1 && !this.#spoilt.has('final')) {
      this.#sumOf(ITEM_FINALS, final, items.finals, base);
    }
    const budget =
      this.#first.get('budget initial')?.get(name) ?? this.#first.get('budget any')?.get(name);
    const stated = figureOperand(budget);
    if (stated && items.budgets.length > 1 && !this.#spoilt.has('budget'))
      this.#sumOf(ITEM_BUDGETS, stated, items.budgets, base);
  }

  #sumOf(
    identity: NarrativeIdentity,
    total: Operand,
    figures: readonly FigureDraft[],
    base: { start: number; end: number; section: string },
  ): void {
    const parts = figures.flatMap((figure) => figureOperand(figure) ?? []);
    if (parts.length !== figures.length) return;
    this.claims.push({
      kind: 'sum',
      identity,
      total,
      parts,
      // Items wholly unspent may be left out, and some reports name the larger ones only.
      complete: false,
      catalogue: identity.id,
      ...base,
    });
  }
}

/** Whether the same words always mean the same quantity. */
function isRepeatable({ definition }: Candidate): boolean {
  if (!definition) return true;
  return !definition.varies && !definition.named;
}

function isPlain({ bound, closeness }: FigureDraft): boolean {
  return !bound && closeness === 'exact';
}

const NO_NAMES: StatedNames = new Map();

const UNNAMED_PARTS = { id: 'N-PARTS', rule: 'narrative/sum', strictness: 'exact' } as const;

const OF_ROWS = { kind: 'list', open: false } as const;

const ITEM_FINALS: NarrativeIdentity = {
  id: 'N5.3-SUM',
  rule: 'narrative/sum',
  statement: '支出决算 = 各项支出决算之和',
  strictness: 'sum',
};

const ITEM_BUDGETS: NarrativeIdentity = {
  id: 'N5.3-BUDGET',
  rule: 'narrative/sum',
  statement: '年初预算 = 各项年初预算之和',
  strictness: 'sum',
};
